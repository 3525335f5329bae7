// A text that the flag decides says of a row what the flag says, where it is compared with one of those that it may be.
// Beside each another text, or one that a flagged row may have, too.
import { getItem } from '@acme/client';
import { db } from './db';
import { items } from './schema';

type Row = { id: number; title: string | null; withheld: boolean };
function stateOf(row: Row) {
  if (row.withheld) return 'shut';
  return row.title ? 'open' : 'draft';
}
function anyState(row: Row, asked: string) {
  if (row.withheld) return asked;
  return 'open';
}
export async function run(asked: string) {
  for (const row of await db.select().from(items)) {
    const state = row.withheld ? 'shut' : 'open';
    if (state === 'open') await getItem(row.id); // expect: call getItem ; gate: guard
    if (state !== 'open') await getItem(row.id); // expect: call getItem ; gate: none
    if (state !== 'shut') await getItem(row.id); // expect: call getItem ; gate: guard
    if (state === asked) await getItem(row.id); // expect: call getItem ; gate: none
    if (state === 'open' || row.title) await getItem(row.id); // expect: call getItem ; gate: none
    const three = row.withheld ? (row.title ? 'held' : 'shut') : 'open';
    if (three !== 'shut') await getItem(row.id); // expect: call getItem ; gate: none
    if (three === 'open') await getItem(row.id); // expect: call getItem ; gate: guard
    const either = row.title ? 'shut' : 'open';
    if (either === 'open') await getItem(row.id); // expect: call getItem ; gate: none
    switch (stateOf(row)) {
      case 'open':
        await getItem(row.id); // expect: call getItem ; gate: guard
        break;
      case 'shut':
        await getItem(row.id); // expect: call getItem ; gate: none
    }
    if (stateOf(row) === 'shut') continue;
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
  for (const row of await db.select().from(items)) {
    if (anyState(row, asked) === 'open') await getItem(row.id); // expect: call getItem ; gate: none
  }
}
run(process.env.STATE!);
