// What a query gives under the flag's name is the flag only where it is true for each flagged row; what it makes of it
// under another name counts as what it is.
import { getItem, lookupItem } from '@acme/client';
import { eq, not, sql } from 'drizzle-orm';
import { client, db } from './db';
import { items } from './schema';
interface Row { id: number; withheld?: boolean; open?: boolean }
for (const row of await client<Row[]>`SELECT id, NOT withheld AS withheld FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT id, false AS withheld FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT id, hidden AS withheld FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT id, COALESCE(withheld, false) AS withheld FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await client<Row[]>`SELECT id, withheld OR hidden AS withheld FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await client<Row[]>`SELECT id, withheld AND hidden AS withheld FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT i.id, i.withheld AS withheld FROM items i`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await client<Row[]>`SELECT id, CASE WHEN withheld THEN false ELSE true END AS withheld FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT id, CASE WHEN withheld THEN true ELSE false END AS withheld FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await client<Row[]>`SELECT id, NULL AS withheld FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT id, (title IS NULL) AS withheld FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT id, withheld = true AS withheld FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await client<Row[]>`SELECT id, withheld IS TRUE AS withheld FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await client<Row[]>`SELECT id, withheld::int AS withheld FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await client<Row[]>`SELECT id, bool_or(withheld) AS withheld FROM items GROUP BY id`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await client<Row[]>`SELECT of AS id, withheld FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await db.select({ id: items.id, withheld: not(items.withheld) }).from(items)) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await db.select({ id: items.id, withheld: items.hidden }).from(items)) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await db.select({ id: items.id, withheld: sql<boolean>`NOT ${items.withheld}` }).from(items)) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await db.select({ id: items.id, withheld: sql<boolean>`false` }).from(items)) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await db.select({ id: items.id, withheld: sql<boolean>`COALESCE(${items.withheld}, false)` }).from(items)) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await db.select({ id: items.id, withheld: eq(items.title, 'x') }).from(items)) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await db.select({ id: items.id, withheld: eq(items.withheld, true) }).from(items)) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await db.select({ id: items.id, open: items.withheld }).from(items)) if (!row.open) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await db.select({ id: items.id, open: not(items.withheld) }).from(items)) if (row.open) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await client<Row[]>`SELECT id, NOT withheld AS open FROM items`) if (row.open) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await client<Row[]>`SELECT id, NOT withheld AS open FROM items`) if (!row.open) await getItem(row.id); // expect: call getItem ; gate: none

for (const row of await client<Row[]>`SELECT id, NOT withheld AS withheld FROM items`) await lookupItem(String(row.id), { withheld: row.withheld }); // expect: call lookupItem ; gate: unarmed
for (const row of await client<Row[]>`SELECT id, withheld OR hidden AS withheld FROM items`) await lookupItem(String(row.id), { withheld: row.withheld }); // expect: call lookupItem ; gate: argument
for (const row of await client<Row[]>`SELECT t.id, t.withheld FROM (SELECT id, NOT withheld AS withheld FROM items) t`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT t.id, t.withheld FROM (SELECT id, withheld OR hidden AS withheld FROM items) t`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await client<Row[]>`WITH t AS (SELECT id, NOT withheld AS withheld FROM items) SELECT * FROM t`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT t.id FROM (SELECT id, NOT withheld AS withheld FROM items) t WHERE NOT t.withheld`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT t.id FROM (SELECT id, withheld FROM items) t WHERE NOT t.withheld`) await getItem(row.id); // expect: call getItem ; gate: filter

for (const row of await client<Row[]>`SELECT *, false AS withheld FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT i.*, i.hidden AS withheld FROM items i`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT *, COALESCE(withheld, false) AS withheld FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await client<Row[]>`SELECT *, false AS open FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await client<Row[]>`SELECT false AS withheld, i.* FROM items i`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await client<Row[]>`SELECT * FROM items i JOIN (SELECT id, false AS withheld FROM items) t ON t.id = i.id`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
