// A map of rows, or of their flags, is asked by what a row is called by: then its answer is about that row. Beside each
// one that is asked by, or was filled by, something else, or that has some rows only.
import { getItem } from '@acme/client';
import { db } from './db';
import { items } from './schema';

export async function run() {
  const rows = await db.select().from(items);
  const flags = new Map(rows.map((row) => [row.id, row.withheld]));
  const open = new Map(rows.map((row) => [row.id, !row.withheld]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byOther = new Map(rows.map((row) => [row.of, row]));
  const few = new Map(rows.slice(0, 10).map((row) => [row.id, row.withheld]));
  const filled = new Map<number, boolean>();
  for (const row of rows) filled.set(row.id, row.withheld);

  for (const row of rows) if (!flags.get(row.id)) await getItem(row.id); // expect: call getItem ; gate: guard
  for (const row of rows) if (!flags.get(row.of!)) await getItem(row.id); // expect: call getItem ; gate: none
  for (const row of rows) if (open.get(row.id)) await getItem(row.id); // expect: call getItem ; gate: guard
  for (const row of rows) if (!open.get(row.id)) await getItem(row.id); // expect: call getItem ; gate: none
  for (const row of rows) if (!few.get(row.id)) await getItem(row.id); // expect: call getItem ; gate: none
  for (const row of rows) if (!filled.get(row.id)) await getItem(row.id); // expect: call getItem ; gate: guard
  for (const row of rows) if (!byId.get(row.id)?.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
  for (const row of rows) if (!byOther.get(row.id)?.withheld) await getItem(row.id); // expect: call getItem ; gate: none
  for (const row of rows) {
    const other = byId.get(row.of!);
    if (!other || other.withheld) continue;
    await getItem(row.id); // expect: call getItem ; gate: none
    await getItem(other.id); // expect: call getItem ; gate: guard
  }
}
run();
