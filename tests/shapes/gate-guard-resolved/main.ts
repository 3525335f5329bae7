// The check stands in the function that resolves the key: it gives nothing for a flagged row, and its caller answers
// nothing without the access.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

async function row(id: number) {
  const [found] = await db.select().from(items).where(eq(items.id, id)).limit(1);
  return found;
}

async function keyOf(id: number): Promise<number | null> {
  const found = await row(id);
  if (!found) return null;
  if (found.withheld) return null;
  return found.id;
}

async function anyKeyOf(id: number): Promise<number | null> {
  const found = await row(id);
  if (!found) return null;
  if (found.withheld) console.warn('withheld');
  return found.id;
}

async function sourceOf(id: number): Promise<{ key: number } | undefined> {
  const found = await row(id);
  return found && !found.withheld ? { key: found.id } : undefined;
}

async function keysOf(): Promise<number[]> {
  const found = await row(1);
  if (found.withheld) return [];
  return [found.id];
}

export async function answered(id: number) {
  const key = await keyOf(id);
  if (key === null) return { tracks: [] };
  return getItem(key); // expect: call getItem ; gate: guard
}

export async function answeredShort(id: number) {
  const key = await keyOf(id);
  return key ? getItem(key) : null; // expect: call getItem ; gate: guard
}

export async function notAnswered(id: number) {
  const key = await keyOf(id);
  if (key === null) console.warn('none');
  return getItem(key ?? id); // expect: call getItem ; gate: none
}

export async function otherKey(id: number) {
  const key = await anyKeyOf(id);
  if (key === null) return { tracks: [] };
  return getItem(key); // expect: call getItem ; gate: none
}

export async function objects(id: number) {
  const source = await sourceOf(id);
  if (!source) return null;
  return getItem(source.key); // expect: call getItem ; gate: guard
}

export async function lists() {
  const keys = await keysOf();
  for (const key of keys) await getItem(key); // expect: call getItem ; gate: guard
  if (keys.length === 0) return;
  await getItem(keys[0]); // expect: call getItem ; gate: guard
}

async function further(key: number) {
  return getItem(key); // expect: call getItem ; gate: guard
}

export async function throughAnother(id: number) {
  const key = await keyOf(id);
  if (key == null) return null;
  return further(key);
}
