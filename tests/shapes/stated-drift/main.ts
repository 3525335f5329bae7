// The comment, the rules and the code disagree, which is `drift`: the comment leaves out `findItems` (audited) and
// `countItems` (only the code knows it), and names `listItems`, which does not exist. The accesses are what they are.
import { countItems, findItems, getItem, lookupItem } from './acme';

export async function show(id: number) {
  await getItem(id); // expect: call getItem
  await findItems('x'); // expect: call findItems
  await countItems(); // expect: call countItems
  return lookupItem('x'); // expect: call lookupItem
}
