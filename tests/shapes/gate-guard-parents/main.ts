// A column that points at another row of its table: what is said of the row says nothing of that one. Beside it the
// row's own key, a column that points elsewhere, and one of which no schema says anything.
import { getItem, lookupItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { client, db } from './db';
import { items } from './schema';

const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];

export async function single(id: number) {
  const row = await one(id);
  await lookupItem(String(row.parentId), { withheld: row.withheld }); // expect: call lookupItem ; gate: unarmed
  await lookupItem(String(row.id), { withheld: row.withheld }); // expect: call lookupItem ; gate: argument
  if (row.withheld) return;
  await getItem(row.parentId); // expect: call getItem ; gate: none
  await getItem(row.id); // expect: call getItem ; gate: guard
  await getItem(row.ownerId); // expect: call getItem ; gate: guard
  await getItem(row.of!); // expect: call getItem ; gate: guard
}

export async function each() {
  for (const row of await db.select().from(items)) {
    if (row.withheld) continue;
    await getItem(row.parentId); // expect: call getItem ; gate: none
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
  for (const row of await client<{ parent_id: number; id: number; withheld: boolean }[]>`SELECT * FROM items`) {
    if (row.withheld) continue;
    await getItem(row.parent_id); // expect: call getItem ; gate: none
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
}

export async function filtered() {
  for (const row of await db.select().from(items).where(eq(items.withheld, false))) {
    await getItem(row.parentId); // expect: call getItem ; gate: none
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
}

export async function asked(id: number) {
  const row = await one(id);
  const parent = await one(row.parentId);
  if (parent.withheld) return;
  await getItem(row.parentId); // expect: call getItem ; gate: guard
  await getItem(parent.id); // expect: call getItem ; gate: guard
  await getItem(row.id); // expect: call getItem ; gate: none
  await getItem(parent.parentId); // expect: call getItem ; gate: none
}

export async function askedOfEach() {
  const rows = await db.select().from(items);
  for (const row of rows) {
    const parent = await one(row.parentId);
    if (parent.withheld) continue;
    await getItem(row.parentId); // expect: call getItem ; gate: guard
    await getItem(rows[0].parentId); // expect: call getItem ; gate: none
    for (const other of rows) await getItem(other.parentId); // expect: call getItem ; gate: none
  }
}
