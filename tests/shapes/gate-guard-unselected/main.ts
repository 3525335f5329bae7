// A row of which the query does not give the flag has none: a check of it lets everything pass. Beside each a query that
// gives it, under that name or as a whole row.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { client, db } from './db';
import { items } from './schema';

interface Row { id: number; withheld?: boolean }

for (const row of await client<Row[]>`SELECT id, title FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT id, withheld FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await client<Row[]>`SELECT * FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const row of await client<Row[]>`SELECT id, withheld AS hidden FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT id, title AS withheld FROM items`) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none

const few: Row[] = await db.select({ id: items.id }).from(items);
const more: Row[] = await db.select({ id: items.id, withheld: items.withheld }).from(items);
for (const row of few) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const { id, withheld } of few) if (!withheld) await getItem(id); // expect: call getItem ; gate: none
for (const row of few.filter((each) => !each.withheld)) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of more) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
for (const { id, withheld } of more) if (!withheld) await getItem(id); // expect: call getItem ; gate: guard
for (const row of more.filter((each) => !each.withheld)) await getItem(row.id); // expect: call getItem ; gate: guard

async function one(id: number): Promise<Row> {
  const [row] = await db.select({ id: items.id }).from(items).where(eq(items.id, id)).limit(1);
  return row;
}
async function whole(id: number): Promise<Row> {
  const [row] = await db.select().from(items).where(eq(items.id, id)).limit(1);
  return row;
}
const row = await one(7), other = await whole(7);
if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
if (!other.withheld) await getItem(other.id); // expect: call getItem ; gate: guard

// Of rows of two queries those of one have it. An object that is put together of two rows has it of one of them.
declare const asked: boolean;
for (const row of [...few, ...more]) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of asked ? few : more) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
const either = (asked ? few : more).find((each) => !each.withheld)!;
await getItem(either.id); // expect: call getItem ; gate: none
const copied = asked ? { ...few[0], title: '' } : more[0];
if (!copied.withheld) await getItem(copied.id); // expect: call getItem ; gate: none
const listed = new Map([...few, ...more].map((each) => [each.id, each] as const)).get(7)!;
if (!listed.withheld) await getItem(listed.id); // expect: call getItem ; gate: none
for (const row of [...more, ...(await db.select().from(items))]) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
const [flag] = await db.select({ withheld: items.withheld }).from(items).where(eq(items.id, row.id));
const both = { ...row, ...flag };
if (!both.withheld) await getItem(both.id); // expect: call getItem ; gate: guard

async function listing(): Promise<void> {
  const without: Row[] = await db.select({ id: items.id }).from(items);
  const whole: Row[] = await db.select().from(items);
  const all = [...without], same = [...whole];
  for (const one of whole) all.push(one);
  for (const one of whole) same.push(one);
  for (const row of all) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
  for (const row of same) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
  for (const row of without) if (!row.withheld) await getItem(row.id); // expect: call getItem ; gate: none
}
await listing();
