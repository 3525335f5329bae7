// What is waited for together (`Promise.all`): a list in a list, whose positions are those of other rows.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

const load = async () => db.select().from(items);
const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];
export async function lists() {
  const [rows, x] = await Promise.all([load(), load()]);
  if (rows[0].withheld) return;
  await getItem(rows[0].remote!); // expect: call getItem ; gate: guard
  await getItem(rows[1].remote!); // expect: call getItem ; gate: none
  for (const row of rows) await getItem(row.remote!); // expect: call getItem ; gate: none
}
export async function whole() {
  const rows = (await Promise.all([load()]))[0];
  if (rows[0].withheld) return;
  await getItem(rows[0].remote!); // expect: call getItem ; gate: guard
  await getItem(rows[1].remote!); // expect: call getItem ; gate: none
}
export async function alone() {
  const [rows] = await Promise.all([load()]);
  if (rows[0].withheld) return;
  await getItem(rows[1].remote!); // expect: call getItem ; gate: none
}
export async function rows(a: number, b: number) {
  const [first, second] = await Promise.all([one(a), one(b)]);
  if (first.withheld) return;
  await getItem(first.remote!); // expect: call getItem ; gate: guard
  await getItem(second.remote!); // expect: call getItem ; gate: none
}
export async function byPosition(a: number, b: number) {
  const both = await Promise.all([one(a), one(b)]);
  if (both[0].withheld) return;
  await getItem(both[0].remote!); // expect: call getItem ; gate: guard
  await getItem(both[1].remote!); // expect: call getItem ; gate: none
}
export async function asked(ids: number[]) {
  const rows = await Promise.all(ids.map((id) => one(id)));
  if (rows[0].withheld) return;
  await getItem(rows[0].remote!); // expect: call getItem ; gate: guard
  await getItem(rows[1].remote!); // expect: call getItem ; gate: none
}
export async function inTurn() {
  const lists = await Promise.all([load(), load()]);
  for (const rows of lists) {
    if (rows[0].withheld) continue;
    await getItem(rows[1].remote!); // expect: call getItem ; gate: none
  }
}
export async function boxed() {
  const box = { rows: await load() };
  if (box.rows[0].withheld) return;
  await getItem(box.rows[1].remote!); // expect: call getItem ; gate: none
}
export async function apart() {
  const [[row, next], x] = await Promise.all([load(), load()]);
  if (row.withheld) return;
  await getItem(row.remote!); // expect: call getItem ; gate: guard
  await getItem(next.remote!); // expect: call getItem ; gate: none
}
async function keyOf(id: number) {
  const row = await one(id);
  return row.withheld ? null : row.remote!;
}
async function openOf(id: number) {
  const row = await one(id);
  return row.withheld ? { ok: false } : { ok: true, row };
}
export async function keys(id: number, other: number) {
  const [key, further] = await Promise.all([keyOf(id), keyOf(other)]);
  if (key === null) return;
  await getItem(key); // expect: call getItem ; gate: guard
  await getItem(further!); // expect: call getItem ; gate: none
}
export async function answers(id: number) {
  const [found, rows] = await Promise.all([openOf(id), load()]);
  if (!found.ok) return;
  await getItem(found.row!.remote!); // expect: call getItem ; gate: guard
  await getItem(rows[0].remote!); // expect: call getItem ; gate: none
}
export async function swapped(id: number) {
  const [found, rows] = await Promise.all([load(), openOf(id)]);
  if (!found.length) return;
  await getItem(rows.row!.remote!); // expect: call getItem ; gate: none
}
