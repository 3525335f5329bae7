// `export *` names nothing, so a search for the name does not meet the file in between.
import { countItems, getItem } from './items';

export async function show(id: number) {
  const item = await getItem(id); // expect: call getItem
  return countItems([item]); // ok: of the other module
}
