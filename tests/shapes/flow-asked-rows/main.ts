// Which rows a statement changes, deletes or puts in is decided by all that its conditions are asked for, also where
// they say nothing of one column alone.
import { getItem } from '@acme/client';
import { sql } from 'drizzle-orm';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';

export const items = pgTable('items', { id: integer('id'), title: text('title'), source: text('source') });
export const others = pgTable('others', { id: integer('id'), title: text('title'), source: text('source') });
const db = drizzle(process.env.DATABASE_URL!);

async function pair() {
  const item = await getItem(1); // expect: call getItem
  await db.execute(sql`DELETE FROM items WHERE (source, title) = (${item.source}, ${item.title})`); // proven: database items.* ; sink: database items.*
}
async function pairs() {
  const item = await getItem(2); // expect: call getItem
  const kept = item.variants.map((one: any) => sql`(${one.source}::text, ${one.title}::text)`);
  await db.execute(sql`DELETE FROM items WHERE (source, title) NOT IN (VALUES ${sql.join(kept, sql`, `)})`); // proven: database items.* ; sink: database items.*
}
async function both() {
  const item = await getItem(3); // expect: call getItem
  await db.execute(sql`UPDATE items SET title = 'x' WHERE source || ${item.source} = 'a' OR length(${item.title}) > 3`); // proven: database items.title ; sink: database items.title
}
async function inner() {
  const item = await getItem(4); // expect: call getItem
  await db.execute(sql`DELETE FROM items WHERE id IN (SELECT id FROM others ORDER BY similarity(title, ${item.title}) LIMIT 3)`); // proven: database items.* ; sink: database items.*
}
async function before() {
  const item = await getItem(5); // expect: call getItem
  await db.execute(sql`WITH gone AS (SELECT id FROM others WHERE ROW(source, title) = ROW(${item.source}, 'x')) DELETE FROM items USING gone WHERE items.id = gone.id`); // proven: database items.* ; sink: database items.*
}
async function put() {
  const item = await getItem(6); // expect: call getItem
  await db.execute(sql`INSERT INTO items (id, title) SELECT id, title FROM others WHERE others.source = ${item.source}`); // proven: database items.id ; sink: database items.id ; proven: database items.title ; sink: database items.title
}
async function onConflict() {
  const item = await getItem(7); // expect: call getItem
  await db.execute(sql`INSERT INTO items (id, title) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET title = 'y' WHERE items.source = ${item.source}`); // proven: database items.title ; sink: database items.title
}
async function oneValue() {
  const item = await getItem(8); // expect: call getItem
  await db.execute(sql`UPDATE items SET title = (SELECT t.title FROM others t WHERE t.source = ${item.source} LIMIT 1), source = 'x' WHERE id = 3`); // proven: database items.title ; sink: database items.title
}
async function given() {
  const item = await getItem(9); // expect: call getItem
  await db.execute(sql`UPDATE items SET title = 'x' WHERE id = 3 RETURNING ${item.title} AS title`); // ok: it only comes back
}
for (const one of [pair, pairs, both, inner, before, put, onConflict, oneValue, given]) void one();
