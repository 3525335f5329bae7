// Rows that feed an access are selected without flagged ones, in the ways people write that; beside each a query that
// looks like one of these and lets flagged rows through.
import { getItem, lookupItem } from '@acme/client';
import { and, eq, inArray, ne, not, or, sql } from 'drizzle-orm';
import { db } from './db';
import { items, plays, shown } from './schema';

const sellable = eq(items.withheld, false);
const notWithheld = sql`NOT ${items.withheld}`;
const some = process.argv.length > 2;

export async function plain() {
  for (const row of await db.select().from(items).where(eq(items.withheld, false))) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
  for (const row of await db.select().from(items).where(eq(items.withheld, true))) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await db.select().from(items).where(ne(items.withheld, true))) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
  for (const row of await db.select().from(items).where(not(items.withheld))) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
}

export async function one(id: number) {
  const [row] = await db.select().from(items).where(and(eq(items.id, id), eq(items.withheld, false)));
  if (row) await getItem(row.id); // expect: call getItem ; gate: filter
  const [other] = await db.select().from(items).where(or(eq(items.id, id), eq(items.withheld, false)));
  if (other) await getItem(other.id); // expect: call getItem ; gate: none
}

export async function parts(id: number) {
  const conditions = [eq(items.id, id)];
  if (some) conditions.push(sellable);
  const [row] = await db.select().from(items).where(and(...conditions));
  await getItem(row.id); // expect: call getItem ; gate: none
  const [sure] = await db.select().from(items).where(and(...[eq(items.id, id), sellable]));
  await getItem(sure.id); // expect: call getItem ; gate: filter
  const [arm] = await db.select().from(items).where(some ? and(eq(items.id, id), sellable) : eq(items.id, id));
  await getItem(arm.id); // expect: call getItem ; gate: none
  const [both] = await db.select().from(items).where(some ? and(eq(items.id, id), sellable) : sellable);
  await getItem(both.id); // expect: call getItem ; gate: filter
  const [maybe] = await db.select().from(items).where(and(eq(items.id, id), some ? undefined : sellable));
  await getItem(maybe.id); // expect: call getItem ; gate: none
  const [fragment] = await db.select().from(items).where(and(eq(items.id, id), notWithheld));
  await getItem(fragment.id); // expect: call getItem ; gate: filter
}

export async function text() {
  for (const row of await db.execute(sql`SELECT id FROM items WHERE withheld = false AND title IS NOT NULL`)) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
  for (const row of await db.execute(sql`SELECT id, NOT withheld AS open FROM items`)) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await db.execute(sql`SELECT i."id" FROM items i WHERE NOT i."withheld" LIMIT ${10}`)) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
  for (const row of await db.execute(sql`SELECT id FROM items WHERE id > 1 ${some ? sql`AND NOT withheld` : sql``}`)) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await db.execute(sql`
    SELECT p.item_id FROM plays p LEFT JOIN items i ON i.id = p.item_id
    WHERE COALESCE(i.withheld, false) = false`)) {
    await getItem(row.item_id); // expect: call getItem ; gate: filter
  }
  for (const row of await db.execute(sql`
    SELECT p.item_id FROM plays p LEFT JOIN items i ON i.id = p.item_id AND i.withheld = false`)) {
    await getItem(row.item_id); // expect: call getItem ; gate: none
  }
  for (const row of await db.execute(sql`
    WITH kept AS (SELECT id FROM items WHERE withheld IS NOT TRUE) SELECT id FROM kept`)) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
}

export async function others() {
  for (const row of await db.select().from(plays).where(eq(plays.withheld, false))) {
    await getItem(row.itemId!); // expect: call getItem ; gate: none
  }
  const joined = await db.select().from(plays).innerJoin(items, eq(items.id, plays.itemId)).where(sellable);
  for (const row of joined) await getItem(row.items.id); // expect: call getItem ; gate: filter
  const open = db.select({ id: items.id }).from(items).where(sellable);
  for (const row of await db.select().from(plays).where(inArray(plays.itemId, open))) {
    await getItem(row.itemId!); // expect: call getItem ; gate: filter
  }
  for (const row of await db.select().from(shown)) await getItem(row.id); // expect: call getItem ; gate: filter
}

export async function feeds() {
  const kept = await db.select().from(items).where(sellable);
  const all = await db.select().from(items);
  for (const row of all) await getItem(row.id); // expect: call getItem ; gate: none
  for (const row of kept) await getItem(row.id); // expect: call getItem ; gate: filter
  for (const row of some ? kept : all) await getItem(row.id); // expect: call getItem ; gate: none
  const titles = [...kept, ...all].map((row) => row.title);
  for (const title of titles) await lookupItem(title!); // expect: call lookupItem ; gate: none
  const tasks: { name: string; tries: number }[] = [];
  for (const row of kept) tasks.push({ name: row.title!, tries: 1 });
  for (const task of tasks) await lookupItem(task.name); // expect: call lookupItem ; gate: filter
  for (let at = 0; at < kept.length; at += 10) {
    const chunk = kept.slice(at, at + 10);
    await Promise.all(chunk.map((row) => getItem(row.id))); // expect: call getItem ; gate: filter
  }
  await lookupItem(`${kept[0].title} ${all[0].title}`); // expect: call lookupItem ; gate: none
  await lookupItem(`${kept[0].title} (${kept.length})`); // expect: call lookupItem ; gate: filter
}

export async function keyed() {
  const open = await db.select({ id: items.id }).from(items).where(sellable);
  const ids = open.map((row) => row.id);
  for (const row of await db.select().from(items).where(inArray(items.id, ids))) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
  for (const { id } of open) {
    const [play] = await db.select().from(plays).where(and(eq(plays.itemId, id), eq(plays.note, 'x')));
    await lookupItem(play.note!); // expect: call lookupItem ; gate: filter
    const [other] = await db.select().from(plays).where(or(eq(plays.itemId, id), eq(plays.note, 'x')));
    await lookupItem(other.note!); // expect: call lookupItem ; gate: none
    const [another] = await db.select().from(plays).where(eq(plays.id, id));
    await lookupItem(another.note!); // expect: call lookupItem ; gate: none
  }
  for (const row of await db.execute(sql`SELECT id FROM items WHERE id = ANY(${`{${ids.join(',')}}`}::int[])`)) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
}

export async function tiedOrNot() {
  for (const row of await db.execute(sql`
    SELECT p.note FROM plays p LEFT JOIN items i ON i.id = p.item_id WHERE p.item_id IS NULL OR NOT i.withheld`)) {
    await lookupItem(row.note); // expect: call lookupItem ; gate: filter
  }
  for (const row of await db.execute(sql`
    SELECT p.note FROM plays p LEFT JOIN items i ON i.id = p.item_id WHERE i.title IS NULL OR NOT i.withheld`)) {
    await lookupItem(row.note); // expect: call lookupItem ; gate: none
  }
  for (const row of await db.execute(sql`
    SELECT p.note FROM plays p LEFT JOIN items i ON i.id = p.item_id AND NOT i.withheld WHERE i.id IS NULL`)) {
    await lookupItem(row.note); // expect: call lookupItem ; gate: none
  }
  for (const row of await db.execute(sql`SELECT p.note FROM plays p WHERE p.item_id IS NULL`)) {
    await lookupItem(row.note); // expect: call lookupItem ; gate: none
  }
}

export async function overwritten(id: number) {
  for (const row of await db.select().from(items).where(sellable).where(eq(items.id, id))) {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await db.select().from(items).where(eq(items.id, id)).where(sellable)) {
    await getItem(row.id); // expect: call getItem ; gate: filter
  }
  let narrowed = db.select().from(items).where(sellable).$dynamic();
  if (some) narrowed = narrowed.where(eq(items.id, id));
  for (const row of await narrowed) await getItem(row.id); // expect: call getItem ; gate: none
}
