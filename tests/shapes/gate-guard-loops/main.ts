// A loop that asks on while the row is flagged ends with one that is not; not where it may be left otherwise.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];

export async function awaitLoop(next: () => Promise<{ id: number; withheld: boolean }>) {
  let other = await next();
  while (!other.withheld) other = await next();
  await getItem(other.id); // expect: call getItem ; gate: none
}

export async function awaitLoop2(next: () => Promise<{ id: number; withheld: boolean }>) {
  let third = await next();
  while (third.withheld && third.id) third = await next();
  await getItem(third.id); // expect: call getItem ; gate: none
}

export async function awaitLoop3(next: () => Promise<{ id: number; withheld: boolean }>) {
  let fourth = await next();
  while (fourth.withheld) { fourth = await next(); if (fourth.id) break; }
  await getItem(fourth.id); // expect: call getItem ; gate: none
}

export async function awaitLoop4(next: () => Promise<{ id: number; withheld: boolean }>) {
  let fifth;
  do { fifth = await next(); } while (fifth.withheld);
  await getItem(fifth.id); // expect: call getItem ; gate: guard
}

export async function awaitLoop5(a: number, b: number) {
  let row = await one(a);
  const second = await one(b);
  while (row.withheld) row = await one(row.remote!);
  await getItem(second.id); // expect: call getItem ; gate: none
  await getItem(row.id); // expect: call getItem ; gate: guard
}

export async function until(a: number) {
  let row = await one(a);
  for (let n = 0; n < 3 && row.withheld; n++) row = await one(row.remote!);
  await getItem(row.id); // expect: call getItem ; gate: none
}

export async function labelled(a: number) {
  const row = await one(a);
  check: {
    if (row.withheld) break check;
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
  await getItem(row.id); // expect: call getItem ; gate: none
}

export async function rounds(rows: { id: number; withheld: boolean }[], parts: number[]) {
  outer: for (const row of rows) {
    for (const part of parts) {
      if (row.withheld) continue outer;
      await getItem(row.id); // expect: call getItem ; gate: guard
    }
    await getItem(row.id); // expect: call getItem ; gate: none
  }
}
