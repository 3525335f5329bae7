// Assertions around a value change nothing: it is handed on, assigned or called all the same.
import { findItems, getItem, lookupItem } from '@acme/client';

type Load = (id: number) => Promise<unknown>;
const load = getItem as Load;
const same = findItems satisfies unknown;

export const deps = { load: getItem satisfies Load }; // expect: reference getItem
export const more = { load: <Load>getItem, look: lookupItem as unknown }; // expect: reference getItem ; reference lookupItem
export async function show(id: number) {
  await load(id); // expect: call getItem
  await same!('x'); // expect: call findItems
  return (await getItem(id)) as unknown satisfies unknown; // expect: call getItem
}
