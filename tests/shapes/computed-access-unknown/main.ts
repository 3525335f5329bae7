// A key that nobody knows may be any export: not an access, and not silence either.
import * as acme from '@acme/client';

const local: Record<string, () => number> = {};

export async function show(name: 'getItem' | 'lookupItem') {
  local[name](); // ok: not the client's namespace
  return (acme[name] as (value: unknown) => unknown)(1); // unresolved: any export of the client
}
