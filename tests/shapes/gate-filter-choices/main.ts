// Choices of a condition that do not hang together: what leaves flagged rows out must be there whatever each of them is.
import { getItem } from '@acme/client';
import { SQL, and, eq, or, not } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';
const a = process.argv.length > 2, b = process.argv.length > 3;
const open = eq(items.withheld, false), titled = eq(items.title, 'x');
for (const row of await db.select().from(items).where(and(a ? open : undefined, b ? titled : open))) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await db.select().from(items).where(and(a ? open : titled, b ? titled : open))) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await db.select().from(items).where(and(a ? open : titled, b ? open : open))) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await db.select().from(items).where(or(a ? open : titled, open))) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await db.select().from(items).where(and(...(a ? [open] : []), ...(b ? [] : [open])))) await getItem(row.id); // expect: call getItem ; gate: none
async function l1() {
  const list: SQL[] = [];
  if (a) list.push(open);
  for (const row of await db.select().from(items).where(and(...list, b ? titled : open))) await getItem(row.id); // expect: call getItem ; gate: none
}
async function l2() {
  const list: SQL[] = [open];
  if (a) list.length = 0;
  for (const row of await db.select().from(items).where(and(...list, b ? titled : open))) await getItem(row.id); // expect: call getItem ; gate: none
}
async function l3() {
  const list: SQL[] = [open], other: SQL[] = [titled];
  if (a) list.push(titled);
  if (b) other.push(open);
  for (const row of await db.select().from(items).where(or(and(...list), and(...other)))) await getItem(row.id); // expect: call getItem ; gate: none
  for (const row of await db.select().from(items).where(not(or(...list)!))) await getItem(row.id); // expect: call getItem ; gate: none
}
async function l4() {
  const hidden: SQL[] = [eq(items.withheld, true)];
  if (a) hidden.push(titled);
  for (const row of await db.select().from(items).where(not(or(...hidden)!))) await getItem(row.id); // expect: call getItem ; gate: filter
  for (const row of await db.select().from(items).where(not(and(...hidden)!))) await getItem(row.id); // expect: call getItem ; gate: none
  const shut: SQL[] = [];
  if (a) shut.push(eq(items.withheld, true));
  for (const row of await db.select().from(items).where(not(or(...shut)!))) await getItem(row.id); // expect: call getItem ; gate: none
}
async function l5() {
  const list: SQL[] = [];
  for (const one of [1, 2]) list.push(open);
  for (const row of await db.select().from(items).where(and(...list))) await getItem(row.id); // expect: call getItem ; gate: none
}
async function l6(list: SQL[]) {
  list.push(open);
  for (const row of await db.select().from(items).where(and(...list))) await getItem(row.id); // expect: call getItem ; gate: none
}
await l1(); await l2(); await l3(); await l4(); await l5(); await l6([]);
