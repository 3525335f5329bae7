// The flag of a row that was just inserted is its default; that of a row which may have been there before is not.
import { getItem, lookupItem } from '@acme/client';
import { eq, sql } from 'drizzle-orm';
import { client, db } from './db';
import { items } from './schema';

const [fresh] = await db.insert(items).values({ id: 1, title: 'a' }).returning();
await lookupItem(fresh.title, { withheld: fresh.withheld }); // expect: call lookupItem ; gate: unarmed

const [known] = await db.insert(items).values({ id: 1, title: 'a' }).onConflictDoUpdate({ target: items.id, set: { title: 'a' } }).returning();
await lookupItem(known.title, { withheld: known.withheld }); // expect: call lookupItem ; gate: argument

const [said] = await db.insert(items).values({ id: 1, title: 'a', withheld: process.argv.length > 2 }).returning();
await lookupItem(said.title, { withheld: said.withheld }); // expect: call lookupItem ; gate: argument

const [changed] = await db.update(items).set({ title: 'b' }).returning();
await lookupItem(changed.title, { withheld: changed.withheld }); // expect: call lookupItem ; gate: argument

interface Row { id: number; withheld: boolean }
for (const row of await db.update(items).set({ withheld: false }).where(eq(items.id, 4)).returning()) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await db.update(items).set({ title: 'c' }).where(eq(items.id, 4)).returning()) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await db.update(items).set({ withheld: sql`${items.title} IS NULL` }).returning()) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await client<Row[]>`UPDATE items SET withheld = false WHERE id = 4 RETURNING id, withheld`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`UPDATE items SET withheld = NULL WHERE id = 4 RETURNING *`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`UPDATE items SET title = 'c' WHERE id = 4 RETURNING id, withheld`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await client<Row[]>`UPDATE items SET withheld = (title IS NULL) RETURNING id, withheld`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
