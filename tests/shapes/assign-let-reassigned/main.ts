// A local is what it was last given: overwritten is gone.
import { getItem } from '@acme/client';

const stub = async (id: number) => ({ id, title: '', tracks: [] });

export async function show(id: number) {
  let load: typeof getItem = stub;
  await load(id); // ok: the stub, so far
  load = getItem;
  await load(id); // expect: call getItem
  load = stub;
  return load(id); // ok: the stub again
}
