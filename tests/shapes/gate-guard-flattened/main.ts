// Nothing is made of a flagged row (`flatMap` gives it an empty list), or of others.
import { getItem } from '@acme/client';
import { db } from './db';
import { items } from './schema';

const load = async () => db.select().from(items);

export async function flat() {
  const rows = await load();
  const open = rows.flatMap((row) => (row.withheld ? [] : [row]));
  for (const row of open) await getItem(row.id); // expect: call getItem ; gate: guard
  const ids = rows.flatMap((row) => (row.withheld ? [] : row.id));
  for (const id of ids) await getItem(id); // expect: call getItem ; gate: guard
  const shut = rows.flatMap((row) => (row.withheld ? [row] : []));
  for (const row of shut) await getItem(row.id); // expect: call getItem ; gate: none
  const all = rows.flatMap((row) => (row.title ? [] : [row]));
  for (const row of all) await getItem(row.id); // expect: call getItem ; gate: none
  const two = rows.flatMap((row) => {
    if (row.withheld) return [];
    return [row.id, row.remote!];
  });
  for (const id of two) await getItem(id); // expect: call getItem ; gate: guard
  const some = rows.flatMap((row) => (row.withheld && row.title ? [] : [row]));
  for (const row of some) await getItem(row.id); // expect: call getItem ; gate: none
  const named = rows.flatMap((row) => {
    const found: typeof rows = [];
    if (row.title) found.push(row);
    return row.withheld ? found : [row];
  });
  for (const row of named) await getItem(row.id); // expect: call getItem ; gate: none
}
