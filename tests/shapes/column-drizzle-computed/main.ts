// A column by a computed key is any column of the table; a constant key is one; what is assigned later is written too.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { items, notes } from './schema';

const TITLE = 'title';

export async function store(id: number, key: string) {
  const found = await getItem(id); // expect: call getItem
  await db.update(notes).set({ [key]: found.title }).where(eq(notes.id, id)); // sink: database notes.*
  await db.update(items).set({ [TITLE]: found.title }).where(eq(items.id, id)); // sink: database items.title
}

export async function storeLater(id: number) {
  const found = await getItem(id); // expect: call getItem
  const set: Record<string, unknown> = { id };
  set.title = found.title;
  await db.update(items).set(set).where(eq(items.id, id)); // sink: database items.title
}

export async function storeAnother(id: number) { // escape: unresolved-call
  const found = await getItem(id); // expect: call getItem
  const other: Record<string, unknown> = {};
  other.title = found.title;
  await db.update(items).set({}).where(eq(items.id, id)); // ok: the other object
  return other;
}
