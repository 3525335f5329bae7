// Rows that point at those which can be flagged: a check of the one that is pointed at, and of one that only has such a number.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { items, orders } from './schema';

const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];
const load = async (id: number) => (await db.select().from(orders).where(eq(orders.id, id)).limit(1))[0];

export async function pointed(id: number) {
  const order = await load(id);
  const row = await one(order.itemId);
  if (row.withheld) return;
  await getItem(order.itemId); // expect: call getItem ; gate: guard
}

export async function numbered(id: number) {
  const order = await load(id);
  const row = await one(order.id);
  if (row.withheld) return;
  await getItem(order.itemId); // expect: call getItem ; gate: none
}
