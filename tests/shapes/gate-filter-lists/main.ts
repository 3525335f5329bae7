// Conditions in a list: what is put into it counts where that is done for certain, and nothing of it once something may
// be taken out.
import { getItem } from '@acme/client';
import { SQL, and, eq, or, sql } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

const short = process.argv.length > 2;
const titled = (title: string) => eq(items.title, title);

async function added(title?: string) {
  const where = [titled('x')];
  for (const row of await db.select().from(items).where(and(...where))) await getItem(row.id); // expect: call getItem ; gate: none
  where.push(eq(items.withheld, false));
  if (title) where.push(titled(title));
  for (const row of await db.select().from(items).where(and(...where))) await getItem(row.id); // expect: call getItem ; gate: filter
  for (const row of await db.select().from(items).where(or(...where))) await getItem(row.id); // expect: call getItem ; gate: none
  for (const row of await db.select().from(items).where(sql.join(where, sql` AND `))) await getItem(row.id); // expect: call getItem ; gate: filter
}

async function perhaps() {
  const where = [titled('x')], either = [eq(items.withheld, false)];
  if (short) where.unshift(eq(items.withheld, false));
  for (const row of await db.select().from(items).where(and(...where))) await getItem(row.id); // expect: call getItem ; gate: none
  if (short) either.push(titled('x'));
  for (const row of await db.select().from(items).where(or(...either))) await getItem(row.id); // expect: call getItem ; gate: none
  for (const row of await db.select().from(items).where(and(...either))) await getItem(row.id); // expect: call getItem ; gate: filter
  const left: SQL[] = [];
  while (true) {
    if (short) break;
    left.push(eq(items.withheld, false));
    break;
  }
  for (const row of await db.select().from(items).where(and(...left))) await getItem(row.id); // expect: call getItem ; gate: none
}

async function emptied() {
  const a = [eq(items.withheld, false)], b = [eq(items.withheld, false)], c = [eq(items.withheld, false)];
  a.length = 0;
  for (const row of await db.select().from(items).where(and(...a))) await getItem(row.id); // expect: call getItem ; gate: none
  b.pop();
  for (const row of await db.select().from(items).where(and(...b))) await getItem(row.id); // expect: call getItem ; gate: none
  if (short) c.splice(0, 1);
  for (const row of await db.select().from(items).where(and(...c))) await getItem(row.id); // expect: call getItem ; gate: none
  const d = [eq(items.withheld, false)], e = [eq(items.withheld, false)], f = [eq(items.withheld, false)];
  d[0] = titled('x');
  for (const row of await db.select().from(items).where(and(...d))) await getItem(row.id); // expect: call getItem ; gate: none
  for (const one of e) console.log(one);
  e.reverse();
  for (const row of await db.select().from(items).where(and(...e))) await getItem(row.id); // expect: call getItem ; gate: filter
  for (const row of await db.select().from(items).where(and(...f.slice(1)))) await getItem(row.id); // expect: call getItem ; gate: none
}

const clear = (list: SQL[]) => { list.length = 0; };
const fill = (list: SQL[], title: string) => { list.push(titled(title)); };
const show = (list: SQL[]) => console.log(list.length);
async function given() {
  const a = [eq(items.withheld, false)], b = [eq(items.withheld, false)];
  clear(a);
  for (const row of await db.select().from(items).where(and(...a))) await getItem(row.id); // expect: call getItem ; gate: none
  show(b);
  fill(b, 'x');
  for (const row of await db.select().from(items).where(and(...b))) await getItem(row.id); // expect: call getItem ; gate: filter
  for (const row of await db.select().from(items).where(or(...b))) await getItem(row.id); // expect: call getItem ; gate: none
}

export async function keyed(id: number, other: number) {
  const where = [eq(items.id, id)];
  if (short) where.push(titled('x'));
  const [row] = await db.select().from(items).where(and(...where));
  if (row.withheld) return;
  await getItem(id); // expect: call getItem ; gate: guard
  await getItem(other); // expect: call getItem ; gate: none
}

void added('x');
void perhaps();
void emptied();
void given();
