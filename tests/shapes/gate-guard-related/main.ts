// A row that comes with another one of its table, by a relation or a join, is not the one whose flag is checked.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { db } from './db';
import { items } from './schema';
const parent = alias(items, 'parent');
export async function a(id: number) {
  const row = await db.query.items.findFirst({ where: eq(items.id, id), with: { parent: true, children: true, owner: true } });
  if (row.withheld) return;
  await getItem(row.id); // expect: call getItem ; gate: guard
  await getItem(row.parent.id); // expect: call getItem ; gate: none
  await getItem(row.children[0].id); // expect: call getItem ; gate: none
  for (const child of row.children) await getItem(child.id); // expect: call getItem ; gate: none
  for (const child of row.children) { if (child.withheld) continue; await getItem(child.id); } // expect: call getItem ; gate: guard
  await getItem(row.owner.id); // expect: call getItem ; gate: guard
}
export async function b(id: number) {
  const [row] = await db.select().from(items).innerJoin(parent, eq(items.parentId, parent.id)).where(eq(items.id, id));
  if (row.items.withheld) return;
  await getItem(row.items.id); // expect: call getItem ; gate: guard
  await getItem(row.parent.id); // expect: call getItem ; gate: none
}
export async function c(id: number) {
  const [row] = await db.select({ id: items.id, of: { withheld: items.withheld } }).from(items).where(eq(items.id, id));
  if (row.of.withheld) return;
  await getItem(row.id); // expect: call getItem ; gate: guard
}
export async function d() {
  for (const row of await db.query.items.findMany({ where: eq(items.withheld, false), with: { children: true } })) {
    await getItem(row.id); // expect: call getItem ; gate: filter
    for (const child of row.children) await getItem(child.id); // expect: call getItem ; gate: none
  }
}
