// A module's own export wins over what `export *` brings along.
import { findItems, getItem } from './items';

export async function show(id: number) {
  const row = getItem(id); // ok: the module's own function
  return { row, found: await findItems('x') }; // expect: call findItems
}
