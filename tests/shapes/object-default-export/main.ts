import items from './items';

export async function show(id: number) {
  await items.lookupItem('x'); // ok: counted where the object is made
  return items.getItem(id); // ok: counted where the object is made
}
