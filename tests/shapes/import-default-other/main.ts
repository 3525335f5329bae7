// The default of a module is not its other exports, whatever the importer calls it.
import getItem, { byNumber } from './local';

export async function show(id: number) {
  const row = getItem(id); // ok: the module's own function
  return { row, item: await byNumber(id) }; // expect: call getItem
}
