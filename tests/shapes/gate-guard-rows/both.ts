// A check of two rows together lets each of them pass by itself; one of either does not.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];

export async function both(id: number, other: number) {
  const row = await one(id), next = await one(other);
  if (row.withheld && next.withheld) return;
  await getItem(row.id); // expect: call getItem ; gate: none
  await getItem(next.id); // expect: call getItem ; gate: none
}
export async function either(id: number, other: number) {
  const row = await one(id), next = await one(other);
  if (row.withheld || next.withheld) return;
  await getItem(row.id); // expect: call getItem ; gate: guard
  await getItem(next.id); // expect: call getItem ; gate: guard
}
export async function twice(id: number, other: number) {
  const row = await one(id), next = await one(other);
  if (row.withheld && (next.withheld || row.withheld)) return;
  await getItem(row.id); // expect: call getItem ; gate: guard
}
export async function neither(id: number, other: number) {
  const row = await one(id), next = await one(other);
  if (!row.withheld && !next.withheld) await getItem(row.id); // expect: call getItem ; gate: guard
  if (!row.withheld || !next.withheld) await getItem(row.id); // expect: call getItem ; gate: none
}
