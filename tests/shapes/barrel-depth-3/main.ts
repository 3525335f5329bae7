// Three barrels lie between the call and the client, renames and stars mixed.
import { loadItem, searchItems } from '.';

export async function show(id: number) {
  const item = await loadItem(id); // expect: call getItem
  return [item, ...(await searchItems('x'))]; // expect: call findItems
}
