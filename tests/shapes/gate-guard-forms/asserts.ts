// What fails where it is not told the truth keeps a flagged row from what is behind it.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import assert from 'node:assert';
import { ok } from 'node:assert/strict';
import required from 'tiny-invariant';
import { db } from './db';
import { items } from './schema';

const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];

export async function asserted(id: number) {
  const row = await one(id);
  assert(!row.withheld);
  await getItem(row.id); // expect: call getItem ; gate: guard
}
export async function isOk(id: number) {
  const row = await one(id);
  ok(!row.withheld, 'withheld');
  await getItem(row.id); // expect: call getItem ; gate: guard
}
export async function member(id: number) {
  const row = await one(id);
  assert.ok(row && !row.withheld);
  await getItem(row.id); // expect: call getItem ; gate: guard
}
export async function invariant(id: number) {
  const row = await one(id);
  required(!row.withheld, 'withheld');
  await getItem(row.id); // expect: call getItem ; gate: guard
}
export async function otherTruth(id: number) {
  const row = await one(id);
  assert(row.withheld !== undefined);
  await getItem(row.id); // expect: call getItem ; gate: none
}
export async function otherWay(id: number) {
  const row = await one(id);
  assert(row.withheld);
  await getItem(row.id); // expect: call getItem ; gate: none
}
export async function onlyTold(id: number) {
  const row = await one(id);
  console.assert(!row.withheld);
  await getItem(row.id); // expect: call getItem ; gate: none
}
