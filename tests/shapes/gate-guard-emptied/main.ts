// What stands in a list in the place of a flagged row is nothing, and that is left out; beside each a list in which it
// stands in the place of others, is not left out, or to which rows are added.
import { getItem } from '@acme/client';
import { db } from './db';
import { items } from './schema';

export async function run() {
  const rows = await db.select().from(items);
  const emptied = rows.map((row) => (row.withheld ? null : row));
  const others = rows.map((row) => (row.withheld ? row : null));
  for (const row of emptied.filter(Boolean)) await getItem(row!.id); // expect: call getItem ; gate: guard
  for (const row of others.filter(Boolean)) await getItem(row!.id); // expect: call getItem ; gate: none
  for (const row of emptied.filter((each) => each !== null)) await getItem(row!.id); // expect: call getItem ; gate: guard
  for (const row of emptied.filter((each) => each?.title !== '')) await getItem(row!.id); // expect: call getItem ; gate: none
  for (const row of emptied) await getItem(row!.id); // expect: call getItem ; gate: none
  for (const row of emptied) if (row) await getItem(row.id); // expect: call getItem ; gate: guard
  for (const row of others) if (row) await getItem(row.id); // expect: call getItem ; gate: none
  emptied.filter(Boolean).forEach((row) => getItem(row!.id)); // expect: call getItem ; gate: guard
  const ids = rows.map((row) => (row.withheld ? undefined : row.id)).filter((id): id is number => id !== undefined);
  for (const id of ids) await getItem(id); // expect: call getItem ; gate: guard
  const added = rows.map((row) => (row.withheld ? null : row));
  added.push(...rows);
  for (const row of added.filter(Boolean)) await getItem(row!.id); // expect: call getItem ; gate: none
  const joined = [...emptied, ...rows].filter(Boolean);
  for (const row of joined) await getItem(row!.id); // expect: call getItem ; gate: none
}
run();
