// Every place of a statement where an expression may stand.
import { findItems, getItem } from '@acme/client';

export async function* show(id: number) {
  for (let item = await getItem(id); item; item = null) yield item; // expect: call getItem
  for await (const item of [getItem(id)]) yield item; // expect: call getItem
  for (const item of await findItems('x')) yield item; // expect: call findItems
  while (await findItems('y')) break; // expect: call findItems
  switch (await getItem(id)) { // expect: call getItem
    case await getItem(2): // expect: call getItem
      throw await getItem(3); // expect: call getItem
  }
  yield* await findItems('z'); // expect: call findItems
  const { title = await getItem(5) } = { title: id }; // expect: call getItem
  return new Promise((done) => done(title ?? getItem(6))); // expect: call getItem
}
