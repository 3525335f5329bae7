// `export * as ns` makes a namespace an export; two of them make members of members.
import { items } from './index';
import { acme } from './items';

export async function show(id: number) {
  await acme.getItem(id); // expect: call getItem
  await items.acme.findItems('x'); // expect: call findItems
  return acme.lookupItem('x'); // expect: call lookupItem
}
