// `call` and `apply` call; what `bind` gives is another name, or the function passed on when it is handed over.
import * as acme from '@acme/client';
import { findItems, getItem } from '@acme/client';

const first = getItem.bind(null, 1);

export async function show(id: number, use: (load: () => unknown) => void) {
  await getItem.call(null, id); // expect: call getItem
  await findItems.apply(undefined, ['x']); // expect: call findItems
  await acme.getItem.call(acme, id); // expect: call getItem
  await Reflect.apply(findItems, null, ['x']); // expect: call findItems
  await first(); // expect: call getItem
  await getItem.bind(null, 2)(); // expect: call getItem
  use(getItem.bind(null, 3)); // expect: reference getItem
  return acme.lookupItem.call(null, 'x'); // expect: call lookupItem
}
