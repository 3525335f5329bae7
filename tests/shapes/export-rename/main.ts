// `export { a as b } from` renames on the way; here every old name comes back as another export's new one.
import { findItems, getItem, loadItem } from './items';

export async function show(id: number) {
  await loadItem(id); // expect: call getItem
  await getItem('x'); // expect: call findItems
  return findItems('x'); // expect: call lookupItem
}
