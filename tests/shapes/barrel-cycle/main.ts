import { getItem, missing } from './b';

export async function show(id: number) {
  missing(); // ok: nobody exports this name
  return getItem(id); // expect: call getItem
}
