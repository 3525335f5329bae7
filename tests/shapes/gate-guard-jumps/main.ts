// A check whose jump only leaves a block, a loop or a function inside keeps no flagged row from what comes behind it.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];
const load = async () => db.select().from(items);
declare const log: (what: unknown) => void;

export async function blocks(id: number) {
  const row = await one(id);
  left: {
    if (row.withheld) break left;
    log(row);
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
  await getItem(row.id); // expect: call getItem ; gate: none
  chosen: if (row.title) {
    if (row.withheld) break chosen;
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
  await getItem(row.id); // expect: call getItem ; gate: none
  gone: {
    if (row.withheld) return;
    log(row);
  }
  await getItem(row.id); // expect: call getItem ; gate: guard
}

export async function rounds(parts: string[]) {
  outer: for (const row of await load()) {
    if (row.withheld) continue outer;
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
  outer: for (const row of await load()) {
    for (const part of parts) {
      if (row.withheld) continue outer;
      log(part);
    }
    await getItem(row.id); // expect: call getItem ; gate: none
  }
}

export async function once(id: number) {
  const row = await one(id);
  do {
    if (row.withheld) break;
    log(row);
  } while (row.title);
  await getItem(row.id); // expect: call getItem ; gate: none
  do {
    if (row.withheld) return;
    log(row);
  } while (row.title);
  await getItem(row.id); // expect: call getItem ; gate: guard
}

export async function inner(id: number) {
  const row = await one(id);
  [row].forEach((each) => {
    if (each.withheld) return;
    log(each);
  });
  (() => {
    if (row.withheld) return;
    log(row);
  })();
  await getItem(row.id); // expect: call getItem ; gate: none
  switch (row.withheld) {
    case true:
      log(row);
    case false:
      await getItem(row.id); // expect: call getItem ; gate: none
  }
}

function ensure(row: { withheld: boolean | null }) {
  if (row.withheld) throw new Error('withheld');
}

export async function caught(id: number) {
  const row = await one(id);
  try {
    ensure(row);
    await getItem(row.id); // expect: call getItem ; gate: guard
  } catch {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  await getItem(row.id); // expect: call getItem ; gate: none
  try {
    ensure(row);
  } finally {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  await getItem(row.id); // expect: call getItem ; gate: guard
}
