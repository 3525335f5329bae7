// Several rows of one query: a check of one of them says nothing about another one.
import { getItem } from '@acme/client';
import { eq, inArray } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

const load = async () => db.select().from(items);

export async function positions() {
  const rows = await load();
  if (rows[0].withheld) return;
  await getItem(rows[0].remote!); // expect: call getItem ; gate: guard
  await getItem(rows[1].remote!); // expect: call getItem ; gate: none
  for (const row of rows) await getItem(row.remote!); // expect: call getItem ; gate: none
  const [first, second] = rows;
  await getItem(first.remote!); // expect: call getItem ; gate: guard
  await getItem(Number(`${second.remote}`)); // expect: call getItem ; gate: none
}

export async function moved() {
  const rows = await load();
  if (rows[0].withheld) return;
  rows.sort((a, b) => a.id - b.id);
  await getItem(rows[0].remote!); // expect: call getItem ; gate: none
  for (const row of rows) await getItem(row.remote!); // expect: call getItem ; gate: none
  if (rows[0].withheld) return;
  await getItem(rows[0].remote!); // expect: call getItem ; gate: guard
}

export async function parts() {
  const rows = await load();
  const titled = rows.filter((row) => row.title);
  if (titled[0].withheld) return;
  await getItem(rows[0].remote!); // expect: call getItem ; gate: none
  await getItem(titled[0].remote!); // expect: call getItem ; gate: guard
}

export async function found(id: number, other: number) {
  const rows = await load();
  const one = rows.find((row) => row.id === id)!;
  const another = rows.find((row) => row.id === other)!;
  if (one.withheld) return;
  await getItem(one.remote!); // expect: call getItem ; gate: guard
  await getItem(another.remote!); // expect: call getItem ; gate: none
}

export async function rounds() {
  const rows = await load();
  for (const row of rows) {
    for (const other of rows) {
      if (row.withheld) continue;
      await getItem(row.remote!); // expect: call getItem ; gate: guard
      await getItem(other.remote!); // expect: call getItem ; gate: none
    }
  }
  for (let at = 0; at < rows.length; at++) {
    if (rows[at].withheld) continue;
    await getItem(rows[at].remote!); // expect: call getItem ; gate: guard
    await getItem(rows[at + 1].remote!); // expect: call getItem ; gate: none
  }
  for (const row of rows.map((one) => ({ ...one, seen: true }))) {
    if (!row.withheld) await fetched(row);
  }
}

async function fetched(row: { remote: number | null }) {
  return getItem(row.remote!); // expect: call getItem ; gate: guard
}

export async function keyed(ids: number[], id: number) {
  const known = new Map<number, { withheld: boolean | null; remote: number | null }>();
  for (const row of await db.select().from(items).where(inArray(items.id, ids))) known.set(row.id, row);
  if (known.get(id)!.withheld) return;
  await getItem(known.get(id)!.remote!); // expect: call getItem ; gate: guard
}

export async function one(id: number) {
  const rows = await db.select().from(items).where(eq(items.id, id));
  if (rows[0].withheld) return;
  for (const row of rows) await getItem(row.remote!); // expect: call getItem ; gate: guard
}

export async function earlier() {
  const rows = await load();
  let last: (typeof rows)[number] | undefined;
  for (const row of rows) {
    if (last?.withheld) continue;
    await getItem(row.remote!); // expect: call getItem ; gate: none
    last = row;
  }
  let first: (typeof rows)[number] | undefined;
  for (const row of rows) {
    if (!first) first = row;
    if (first.withheld) continue;
    await getItem(row.remote!); // expect: call getItem ; gate: none
    await getItem(first.remote!); // expect: call getItem ; gate: guard
  }
  let current: (typeof rows)[number] | undefined;
  for (const row of rows) {
    current = row;
    if (current.withheld) continue;
    await getItem(row.remote!); // expect: call getItem ; gate: guard
  }
  let next = rows.shift();
  while (next) {
    if (next.withheld) return;
    await getItem(next.remote!); // expect: call getItem ; gate: guard
    next = rows.shift();
  }
}

export async function related(id: number) {
  const [row] = await db.select().from(items).where(eq(items.id, id));
  if (row.withheld) return;
  const [next] = await db.select().from(items).where(eq(items.id, row.remote!));
  await getItem(next.remote!); // expect: call getItem ; gate: none
  const children = await db.select().from(items).where(eq(items.remote, row.id));
  for (const child of children) await getItem(child.remote!); // expect: call getItem ; gate: none
  const [again] = await db.select().from(items).where(eq(items.id, row.id));
  await getItem(again.remote!); // expect: call getItem ; gate: guard
}
