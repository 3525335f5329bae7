// An import may give an export another name: the binding decides, never the word. The gated export
// is a subject like the others: what its calls pass to the gate is judged later, that they are accesses is not.
import { getItem as fetchOne, lookupItem as findItems } from '@acme/client';

export async function show(id: number) {
  const item = await fetchOne(id); // expect: call getItem
  const looked = await findItems('x'); // expect: call lookupItem
  return { item, looked };
}
