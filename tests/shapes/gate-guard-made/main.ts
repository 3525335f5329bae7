// What is checked is what a function makes of the rows: of the row itself, of another one, of some, of none in time.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];
const load = async () => db.select().from(items);
function byOf(rows: any[]) { return new Map(rows.map((row) => [row.parentId, row.withheld])); }
function byId(rows: any[]) { return new Map(rows.map((row) => [row.id, row.withheld])); }
function some(rows: any[]) { return new Map(rows.slice(0, 10).map((row) => [row.id, row.withheld])); }
export async function byAnother() {
  const rows = await load(), m = byOf(rows);
  for (const row of rows) if (!m.get(row.id)) await getItem(row.id); // expect: call getItem ; gate: none
}
export async function byOwn() {
  const rows = await load(), m = byId(rows);
  for (const row of rows) if (!m.get(row.id)) await getItem(row.id); // expect: call getItem ; gate: guard
}
export async function ofSome() {
  const rows = await load(), m = some(rows);
  for (const row of rows) if (!m.get(row.id)) await getItem(row.id); // expect: call getItem ; gate: none
}
function make(id: number): any { return { row: one(id) }; }
async function madeAsync(id: number): Promise<any> { return { row: await one(id) }; }
export async function promised(id: number) {
  const f = make(id);
  if (!f.row.withheld) await getItem((await f.row).id); // expect: call getItem ; gate: none
}
export async function waited(id: number) {
  const f = await madeAsync(id);
  if (!f.row.withheld) await getItem(f.row.id); // expect: call getItem ; gate: guard
}
function pick(rows: any[], asked: boolean) { return asked ? rows.find((x) => x.withheld) : rows[0]; }
export async function picked(asked: boolean) {
  const rows = await load();
  const row = rows[0];
  if (row.withheld) return;
  await getItem(pick(rows, asked).id); // expect: call getItem ; gate: none
}
function second(rows: any[]) { return rows[1]; }
export async function other() {
  const rows = await load();
  if (second(rows).withheld) return;
  await getItem(rows[0].id); // expect: call getItem ; gate: none
  await getItem(second(rows).id); // expect: call getItem ; gate: guard
}
function open(rows: any[]) { return rows.filter((row) => !row.withheld); }
export async function kept() {
  const rows = await load();
  const kept = open(rows);
  if (kept.length === 0) return;
  await getItem(rows[0].id); // expect: call getItem ; gate: none
  for (const row of kept) await getItem(row.id); // expect: call getItem ; gate: guard
}
const flagged = async (id: number) => (await one(id)).withheld;
export async function asked(a: number, b: number) {
  if (await flagged(a)) return;
  await getItem(b); // expect: call getItem ; gate: none
  await getItem(a); // expect: call getItem ; gate: guard
}
export async function together(a: number, b: number) {
  const [x, y] = await Promise.all([flagged(a), flagged(b)]);
  if (x) return;
  await getItem(b); // expect: call getItem ; gate: none
  await getItem(a); // expect: call getItem ; gate: guard
}
export async function unwaited(id: number) {
  const p = one(id), q = flagged(id);
  const row = await p;
  if (q) return;
  await getItem(row.id); // expect: call getItem ; gate: none
}
export async function uncalled(id: number) {
  const row = await one(id);
  const check = () => row.withheld;
  if (check) return;
  await getItem(row.id); // expect: call getItem ; gate: none
}
export async function called(id: number) {
  const row = await one(id);
  const check = () => row.withheld;
  if (check()) return;
  await getItem(row.id); // expect: call getItem ; gate: guard
}
async function namedKeys() {
  const rows = await load();
  const none: number[] = [];
  if (rows[0].withheld) return none;
  return [rows[0].id];
}
async function filledKeys() {
  const rows = await load();
  const none: number[] = [];
  none.push(rows[0].id);
  if (rows[0].withheld) return none;
  return [rows[0].id];
}
export async function namedLists() {
  for (const key of await namedKeys()) await getItem(key); // expect: call getItem ; gate: guard
  for (const key of await filledKeys()) await getItem(key); // expect: call getItem ; gate: none
}
