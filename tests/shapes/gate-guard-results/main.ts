// The check stands in a function that says in what it gives whether there is a row (`{ ok: false }`).
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];
type Row = Awaited<ReturnType<typeof one>>;
type Result<T> = { ok: true; value: T } | { ok: false; error: string };

async function open(id: number): Promise<Result<Row>> {
  const row = await one(id);
  if (row.withheld) return { ok: false, error: 'withheld' };
  return { ok: true, value: row };
}
async function titled(id: number): Promise<Result<Row>> {
  const row = await one(id);
  if (row.withheld) console.warn('withheld');
  if (row.title === '') return { ok: false, error: 'no title' };
  return { ok: true, value: row };
}
export async function left(id: number) {
  const found = await open(id);
  if (!found.ok) return null;
  await getItem(found.value.id); // expect: call getItem ; gate: guard
  return getItem(id); // expect: call getItem ; gate: guard
}
export async function within(id: number) {
  const found = await open(id);
  if (found.ok) return getItem(found.value.id); // expect: call getItem ; gate: guard
  return null;
}
export async function turned(id: number) {
  const found = await open(id);
  if (found.ok) return null;
  return getItem(id); // expect: call getItem ; gate: none
}
export async function otherTest(id: number) {
  const found = await titled(id);
  if (!found.ok) return null;
  return getItem(found.value.id); // expect: call getItem ; gate: none
}
export async function onlyTold(id: number) {
  const found = await open(id);
  if (!found.ok) console.warn(found.error);
  return getItem(id); // expect: call getItem ; gate: none
}
export async function ofAnother(id: number, other: number) {
  const found = await open(other), row = await one(id);
  if (!found.ok) return null;
  await getItem(row.id); // expect: call getItem ; gate: none
  return getItem(id); // expect: call getItem ; gate: none
}

const good = <T>(value: T) => ({ ok: true as const, value });
const bad = (error: string) => ({ ok: false as const, error });
async function made(id: number) {
  const row = await one(id);
  return row.withheld ? bad('withheld') : good(row);
}
async function pair(id: number) {
  const row = await one(id);
  if (row.withheld) return { row: null, error: 'withheld' };
  return { row, error: null };
}
async function madeEarly(id: number) {
  const row = await one(id);
  if (row.withheld) return bad('withheld');
  return good(row);
}
export async function helpers(id: number) {
  const found = await madeEarly(id);
  if (found.ok === false) return null;
  return getItem(found.value.id); // expect: call getItem ; gate: guard
}
export async function chosen(id: number) {
  const found = await made(id);
  if (!found.ok) return null;
  return getItem(found.value.id); // expect: call getItem ; gate: guard
}
export async function takenApart(id: number) {
  const { row, error } = await pair(id);
  if (error) return null;
  return getItem(row!.id); // expect: call getItem ; gate: guard
}
export async function takenApartTold(id: number) {
  const { error } = await pair(id);
  if (error) console.warn(error);
  return getItem(id); // expect: call getItem ; gate: none
}

// Two parameters are two values: what is said of the row that one of them names says nothing of the other.
export async function parameters(id: number, other: number) {
  const row = await one(other);
  if (row.withheld) return;
  await getItem(id); // expect: call getItem ; gate: none
  await getItem(Number(other)); // expect: call getItem ; gate: guard
}
export async function rowOrKey(row: Row, id: number) {
  if (row.withheld) return;
  await getItem(id); // expect: call getItem ; gate: guard
}
