// Type arguments between a callee and its arguments, where the grammar is weak: after `await`, `!`, with `import()` types.
import * as acme from './acme';
import { findItems, getItem } from './acme';

interface Row {
  id: number;
}
const load = getItem<Row>;

export async function show(id: number) {
  await getItem<Row>(id); // expect: call getItem
  const rows = await findItems<{ a: Row[]; b: Map<string, Row> }>('x'); // expect: call findItems
  if (!getItem<Row>(id)) return rows; // expect: call getItem
  await getItem<typeof import('./acme')>(id); // expect: call getItem
  await acme.findItems?.<Row>('x'); // expect: call findItems
  await load(id); // expect: call getItem
  return id < 1 && rows.length > (2) ? getItem : null; // expect: reference getItem
}
