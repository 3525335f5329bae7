// A constant that is the function is another name for it. Read so: the assignment is no access, each use of the name is.
import * as acme from '@acme/client';
import { findItems, getItem } from '@acme/client';

const load = getItem;
const again = load;
const { findItems: search, lookupItem: look } = acme;
const client = acme;

export async function show(id: number) {
  await load(id); // expect: call getItem
  await again(id); // expect: call getItem
  await search('x'); // expect: call findItems
  await client.getItem(id); // expect: call getItem
  await look('x'); // expect: call lookupItem
  const inner = findItems;
  return inner('x'); // expect: call findItems
}
