// A type-only import never reaches the service, not even where the file calls something of that name.
import type { getItem } from '@acme/client';
import type * as acme from '@acme/client';

type Load = typeof getItem; // ok: a type
type Found = Awaited<ReturnType<typeof acme.findItems>>; // ok: a type

export async function show(load: Load, id: number): Promise<Found> {
  const item = await load(id); // ok: a parameter, whoever fills it
  return [item];
}
