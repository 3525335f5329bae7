// After a branch a name may be either; that it may be the export is enough.
import { getItem } from '@acme/client';

const stub = async (id: number) => ({ id, title: '', tracks: [] });

export async function show(id: number, live: boolean) {
  let load = stub;
  if (live) load = getItem;
  return load(id); // expect: call getItem
}
