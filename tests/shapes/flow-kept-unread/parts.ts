// Of an object that keeps such an answer only what is read of that part uses it: a framework may read what is exported.
import { getItem } from '@acme/client';
import { wrap } from 'somewhere';

export const handle = {
  id: 'item',
  entries: wrap(async () => getItem(3)), // expect: call getItem ; escape: unmodelled-code
};
console.log(handle.id);

const gathered = wrap(async () => getItem(4)); // expect: call getItem ; escape: unmodelled-code
export default { gathered };

const table = { shown: wrap(async () => getItem(5)), other: 2 }; // expect: call getItem
const again = { table };
console.log(await again.table.shown()); // sink: log
