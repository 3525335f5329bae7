// A generator that yields a row only behind a check of it gives no flagged ones. Beside each one that yields others, too.
import { getItem } from '@acme/client';
import { db } from './db';
import { items } from './schema';

type Row = { id: number; of: number | null; withheld: boolean };
const load = async (): Promise<Row[]> => db.select().from(items);

async function* open() {
  for (const row of await load()) {
    if (row.withheld) continue;
    yield row;
  }
}
async function* told() {
  for (const row of await load()) {
    if (row.withheld) console.warn('withheld');
    yield row;
  }
}
function* openOf(rows: Row[]) {
  for (const row of rows) if (!row.withheld) yield row;
}
function* shutOf(rows: Row[]) {
  for (const row of rows) if (row.withheld) yield row;
}
function* first(rows: Row[]) {
  for (const row of rows) if (!row.withheld) yield rows[0];
}
function* asAsked(rows: Row[], strict: boolean) {
  for (const row of rows) if (!strict || !row.withheld) yield row;
}
function* ids(rows: Row[]) {
  for (const row of rows) {
    if (row.withheld) continue;
    yield row.id;
  }
}
function* both(rows: Row[]) {
  yield* openOf(rows);
  yield* shutOf(rows);
}
function* through(rows: Row[]) {
  yield* openOf(rows);
}
for await (const row of open()) await getItem(row.id); // expect: call getItem ; gate: guard
for await (const row of told()) await getItem(row.id); // expect: call getItem ; gate: none
const rows = await load();
for (const row of openOf(rows)) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of shutOf(rows)) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of first(rows)) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of asAsked(rows, true)) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of asAsked(rows, false)) await getItem(row.id); // expect: call getItem ; gate: none
for (const id of ids(rows)) await getItem(id); // expect: call getItem ; gate: guard
for (const row of both(rows)) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of through(rows)) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of [...openOf(rows)]) await getItem(row.id); // expect: call getItem ; gate: guard
