// The same in a builder, where a table has another name beside its own.
import { getItem } from '@acme/client';
import { and, eq } from 'drizzle-orm';
import { alias, boolean, integer, pgTable } from 'drizzle-orm/pg-core';
import { db } from './db';

const items = pgTable('items', { id: integer('id').primaryKey(), up: integer('up'), parent: integer('parent'), remote: integer('remote'), withheld: boolean('withheld').notNull() });
const above = alias(items, 'above');
const both = eq(above.id, items.up);

for (const row of await db.select({ id: items.id }).from(items).innerJoin(above, both).where(eq(above.withheld, false))) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await db.select({ id: items.id }).from(items).innerJoin(above, both).where(eq(items.withheld, false))) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await db.select({ id: above.id }).from(items).innerJoin(above, both).where(eq(above.withheld, false))) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await db.select({ id: above.id }).from(items).innerJoin(above, and(both, eq(items.withheld, false)))) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await db.select().from(items).innerJoin(above, both).where(eq(above.withheld, false))) await getItem(row.items.id); // expect: call getItem ; gate: none
for (const row of await db.select().from(items).innerJoin(above, both).where(and(eq(above.withheld, false), eq(items.withheld, false)))) await getItem(row.items.id); // expect: call getItem ; gate: filter
