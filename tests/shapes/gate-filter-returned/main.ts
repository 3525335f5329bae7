// Lists of conditions that a function makes, and that its caller changes before they are used.
import { getItem } from '@acme/client';
import { and, eq, or } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

const short = process.argv.length > 2;
const titled = (title: string) => eq(items.title, title);

function base() { return [eq(items.withheld, false)]; }
export async function whole() {
  const a = base();
  for (const row of await db.select().from(items).where(and(...a))) await getItem(row.id); // expect: call getItem ; gate: filter
}
export async function popped() {
  const a = base();
  a.pop();
  for (const row of await db.select().from(items).where(and(...a))) await getItem(row.id); // expect: call getItem ; gate: none
}
export async function emptied() {
  const a = base();
  a.length = 0;
  for (const row of await db.select().from(items).where(and(...a))) await getItem(row.id); // expect: call getItem ; gate: none
}
export async function either() {
  const a = base();
  a.push(titled('x'));
  for (const row of await db.select().from(items).where(or(...a))) await getItem(row.id); // expect: call getItem ; gate: none
}
export async function replaced() {
  const a = base();
  a[0] = titled('x');
  for (const row of await db.select().from(items).where(and(...a))) await getItem(row.id); // expect: call getItem ; gate: none
}
function three() {
  const list = [titled('x')];
  if (short) list.push(eq(items.withheld, false));
  return list;
}
export async function perhaps() {
  for (const row of await db.select().from(items).where(and(...three()))) await getItem(row.id); // expect: call getItem ; gate: none
}
function four() {
  const list = [titled('x')];
  list.push(eq(items.withheld, false));
  return list;
}
export async function surely() {
  for (const row of await db.select().from(items).where(and(...four()))) await getItem(row.id); // expect: call getItem ; gate: filter
}
class Where {
  list = [eq(items.withheld, false)];
  clear() {
    this.list = [];
  }
  of() {
    return and(...this.list);
  }
}
export async function field() {
  const w = new Where();
  w.clear();
  for (const row of await db.select().from(items).where(w.of())) await getItem(row.id); // expect: call getItem ; gate: none
}
export async function member() {
  const w = { list: base() };
  w.list.pop();
  for (const row of await db.select().from(items).where(and(...w.list))) await getItem(row.id); // expect: call getItem ; gate: none
}
export async function chosen() {
  let w = base();
  if (short) w = [titled('x')];
  for (const row of await db.select().from(items).where(and(...w))) await getItem(row.id); // expect: call getItem ; gate: none
}
export async function ownMember() {
  const w = { list: [eq(items.withheld, false)] };
  w.list.pop();
  for (const row of await db.select().from(items).where(and(...w.list))) await getItem(row.id); // expect: call getItem ; gate: none
}
async function later() { return [eq(items.withheld, false)]; }
export async function waited() {
  const a = await later();
  a.pop();
  for (const row of await db.select().from(items).where(and(...a))) await getItem(row.id); // expect: call getItem ; gate: none
}
function sixth() { return [eq(items.withheld, false)]; }
export async function shown() {
  const a = sixth();
  console.log(a.length);
  for (const row of await db.select().from(items).where(and(...a))) await getItem(row.id); // expect: call getItem ; gate: filter
}
function seventh() { return [eq(items.withheld, false)]; }
function eighth() {
  const l = seventh();
  l.pop();
  return l;
}
export async function passed() {
  for (const row of await db.select().from(items).where(and(...eighth()))) await getItem(row.id); // expect: call getItem ; gate: none
}
