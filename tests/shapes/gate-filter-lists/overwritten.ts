// Conditions in lists and objects that are others when they are used: changed further down, or in other statements of
// the file, which know them by name. Beside each those that stay.
import { getItem } from '@acme/client';
import { and, eq } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

const emptied = [eq(items.withheld, false)], robbed = [eq(items.withheld, false)], added = [eq(items.withheld, false)];
const named = { open: eq(items.withheld, false) }, kept = { open: eq(items.withheld, false), other: eq(items.title, 'x') };
emptied.length = 0;
function forget() { robbed.pop(); }
forget();
added.push(eq(items.title, 'x'));
named.open = eq(items.title, 'x');
kept.other = eq(items.title, 'y');

async function shared() {
  for (const row of await db.select().from(items).where(and(...emptied))) await getItem(row.id); // expect: call getItem ; gate: none
  for (const row of await db.select().from(items).where(emptied[0])) await getItem(row.id); // expect: call getItem ; gate: none
  for (const row of await db.select().from(items).where(and(...robbed))) await getItem(row.id); // expect: call getItem ; gate: none
  for (const row of await db.select().from(items).where(and(...added))) await getItem(row.id); // expect: call getItem ; gate: filter
  for (const row of await db.select().from(items).where(named.open)) await getItem(row.id); // expect: call getItem ; gate: none
  for (const row of await db.select().from(items).where(kept.open)) await getItem(row.id); // expect: call getItem ; gate: filter
}

async function local(asked: boolean) {
  const empty = [eq(items.withheld, false)], other = [eq(items.withheld, false)], same = [eq(items.withheld, false)];
  empty.length = 0;
  other[0] = eq(items.title, 'x');
  for (const row of await db.select().from(items).where(empty[0])) await getItem(row.id); // expect: call getItem ; gate: none
  for (const row of await db.select().from(items).where(other[0])) await getItem(row.id); // expect: call getItem ; gate: none
  for (const row of await db.select().from(items).where(same[0])) await getItem(row.id); // expect: call getItem ; gate: filter
  const one = { open: eq(items.withheld, false) }, two = { open: eq(items.withheld, false) };
  one.open = eq(items.title, 'x');
  if (asked) two.open = eq(items.title, 'x');
  for (const row of await db.select().from(items).where(one.open)) await getItem(row.id); // expect: call getItem ; gate: none
  for (const row of await db.select().from(items).where(two.open)) await getItem(row.id); // expect: call getItem ; gate: none
  one.open = eq(items.withheld, false);
  for (const row of await db.select().from(items).where(one.open)) await getItem(row.id); // expect: call getItem ; gate: filter
}

void shared();
void local(true);
