// A re-export in two statements, and one by a constant. Read so: neither is an access, both only give another name.
import { loadItem, search } from './items';

export async function show(id: number) {
  await loadItem(id); // expect: call getItem
  return search('x'); // expect: call findItems
}
