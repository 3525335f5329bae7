// A choice between the export and something else, held in a name or called on the spot.
import { findItems, getItem } from '@acme/client';

const stub = async (id: number) => ({ id, title: '', tracks: [] });
const load = process.env.LIVE ? getItem : stub;
const orElse = globalThis.loader ?? findItems;

export async function show(id: number) {
  await load(id); // expect: call getItem
  await orElse('x'); // expect: call findItems
  await (id > 0 ? getItem : stub)(id); // expect: call getItem
  return (id > 0 ? stub : Number)(id); // ok: neither is
}

declare global {
  var loader: typeof findItems | undefined;
}
