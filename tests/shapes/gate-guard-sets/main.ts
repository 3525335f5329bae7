// Flagged rows are known by a set or list of them; beside each one that has others, or is asked for something else.
import { getItem } from '@acme/client';
import { and, eq, inArray } from 'drizzle-orm';
import { take } from 'lodash';
import { db, sqlClient } from './db';
import { items } from './schema';

const load = async () => db.select().from(items);

export async function made(wanted: number[]) {
  const rows = await load();
  const hidden = new Set(rows.filter((row) => row.withheld).map((row) => row.id));
  for (const id of wanted) {
    if (hidden.has(id)) continue;
    await getItem(id); // expect: call getItem ; gate: guard
  }
  for (const id of wanted) {
    if (!hidden.has(id)) continue;
    await getItem(id); // expect: call getItem ; gate: none
  }
  for (const row of rows) {
    if (hidden.has(row.otherId!)) continue;
    await getItem(row.id); // expect: call getItem ; gate: none
    for (const other of rows) {
      if (hidden.has(other.id)) continue;
      await getItem(row.id); // expect: call getItem ; gate: none
      await getItem(other.id); // expect: call getItem ; gate: guard
    }
  }
  await Promise.all(wanted.filter((id) => !hidden.has(id)).map((id) => getItem(id))); // expect: call getItem ; gate: guard
  await Promise.all(wanted.filter((id) => hidden.has(id)).map((id) => getItem(id))); // expect: call getItem ; gate: none
  if (wanted.some((id) => hidden.has(id))) return;
  for (const id of wanted) await getItem(id); // expect: call getItem ; gate: guard
}

export async function open(wanted: number[]) {
  const rows = await load();
  const shown = rows.filter((row) => !row.withheld && row.title).map((row) => row.id);
  for (const id of wanted) {
    if (!shown.includes(id)) continue;
    await getItem(id); // expect: call getItem ; gate: guard
  }
  const titled = rows.filter((row) => row.withheld && row.title).map((row) => row.id);
  for (const id of wanted) {
    if (titled.includes(id)) continue;
    await getItem(id); // expect: call getItem ; gate: none
  }
}

export async function filled(wanted: number[]) {
  const rows = await load();
  const hidden = new Set<number>();
  for (const row of rows) if (row.withheld) hidden.add(row.id);
  const seen = new Set<number>();
  for (const id of wanted) {
    if (hidden.has(id)) continue;
    await getItem(id); // expect: call getItem ; gate: guard
  }
  for (const id of wanted) {
    if (seen.has(id)) continue;
    seen.add(id);
    await getItem(id); // expect: call getItem ; gate: none
  }
}

async function hiddenIds() {
  const rows = await db.select({ id: items.id }).from(items).where(eq(items.withheld, true));
  return new Set(rows.map((row) => row.id));
}
async function someHiddenIds() {
  const rows = await db.select({ id: items.id }).from(items).where(and(eq(items.title, 'x'), eq(items.withheld, true)));
  return new Set(rows.map((row) => row.id));
}

export async function queried(wanted: number[]) {
  const hidden = await hiddenIds();
  for (const id of wanted) {
    if (hidden.has(id)) continue;
    await getItem(id); // expect: call getItem ; gate: guard
  }
  const some = await someHiddenIds();
  for (const id of wanted) {
    if (some.has(id)) continue;
    await getItem(id); // expect: call getItem ; gate: none
  }
}

export async function partly(wanted: number[]) {
  const rows = await db.select().from(items).where(eq(items.title, 'x'));
  const hidden = new Set(rows.filter((row) => row.withheld).map((row) => row.id));
  for (const id of wanted) {
    if (hidden.has(id)) continue;
    await getItem(id); // expect: call getItem ; gate: none
  }
  for (const row of rows) {
    if (hidden.has(row.id)) continue;
    await getItem(row.remote!); // expect: call getItem ; gate: guard
  }
  const asked = await db.select().from(items).where(inArray(items.id, wanted));
  const withheld = new Set(asked.filter((row) => row.withheld).map((row) => row.id));
  for (const id of wanted) {
    if (withheld.has(id)) continue;
    await getItem(id); // expect: call getItem ; gate: guard
  }
}

export async function each(wanted: number[]) {
  const rows = await load();
  for (const id of wanted) {
    if (rows.some((row) => row.id === id && row.withheld)) continue;
    await getItem(id); // expect: call getItem ; gate: guard
  }
  for (const id of wanted) {
    if (!rows.some((row) => row.id === id && !row.withheld)) continue;
    await getItem(id); // expect: call getItem ; gate: guard
  }
  for (const id of wanted) {
    if (!rows.some((row) => !row.withheld)) continue;
    await getItem(id); // expect: call getItem ; gate: none
  }
  if (rows.some((row) => row.withheld && row.title)) return;
  for (const row of rows) await getItem(row.remote!); // expect: call getItem ; gate: none
  if (!rows.every((row) => !row.withheld)) return;
  for (const row of rows) await getItem(row.remote!); // expect: call getItem ; gate: guard
}

export async function otherwise({ withheld = false, remote }: { withheld?: boolean; remote: number }) {
  if (withheld) return;
  await getItem(remote); // expect: call getItem ; gate: guard
}

const unless = async (wanted: number[], hidden: Set<number>) => {
  for (const id of wanted) if (!hidden.has(id)) await getItem(id); // expect: call getItem ; gate: none
};
const ids = (rows: { id: number }[]) => new Set(rows.map((row) => row.id));

export async function somewhat(wanted: number[]) {
  await unless(wanted, ids(await db.select({ id: items.id }).from(items).where(eq(items.withheld, true)).limit(10))); // chain: none
  await unless(wanted, ids(await db.query.items.findMany({ where: eq(items.withheld, true), offset: 10 }))); // chain: none
  await unless(wanted, ids(await db.selectDistinctOn([items.title]).from(items).where(eq(items.withheld, true)))); // chain: none
  const rows = await load();
  await unless(wanted, ids(rows.slice(0, 10).filter((row) => row.withheld))); // chain: none
  await unless(wanted, ids(rows.filter((row) => row.title).filter((row) => row.withheld))); // chain: none
  await unless(wanted, ids(take(rows, 10).filter((row) => row.withheld))); // chain: none
  await unless(wanted, ids([rows[0]].filter((row) => row.withheld))); // chain: none
}

export async function fewer(wanted: number[]) {
  const rows = await load();
  const left = new Set(rows.filter((row) => row.withheld).map((row) => row.id));
  for (const id of wanted) left.delete(id);
  for (const id of wanted) {
    if (left.has(id)) continue;
    await getItem(id); // expect: call getItem ; gate: none
  }
  const kept = new Set(rows.filter((row) => row.withheld).map((row) => row.id));
  for (const row of rows) if (!row.withheld) kept.delete(row.id);
  for (const id of wanted) {
    if (kept.has(id)) continue;
    await getItem(id); // expect: call getItem ; gate: guard
  }
  const first = new Set<number>(), every = new Set<number>();
  rows.slice(0, 10).forEach((row) => {
    if (row.withheld) first.add(row.id);
  });
  rows.forEach((row) => {
    if (row.withheld) every.add(row.id);
  });
  for (const id of wanted) {
    if (first.has(id)) continue;
    await getItem(id); // expect: call getItem ; gate: none
    if (every.has(id)) continue;
    await getItem(id); // expect: call getItem ; gate: guard
  }
}

async function named(text: string, wanted: number[]) {
  const rows = await sqlClient.unsafe(text);
  const hidden = rows.map((row) => row.id);
  for (const id of wanted) if (!hidden.includes(id)) await getItem(id); // expect: call getItem ; gate: none
}
export async function texts(wanted: number[]) {
  await named('SELECT id FROM items WHERE withheld LIMIT 10', wanted);
  const rows = await sqlClient`SELECT id FROM items WHERE withheld`;
  const hidden = rows.map((row) => row.id);
  for (const id of wanted) if (!hidden.includes(id)) await getItem(id); // expect: call getItem ; gate: guard
  const some = await sqlClient`SELECT id FROM items WHERE withheld OFFSET 10`;
  const others = some.map((row) => row.id);
  for (const id of wanted) if (!others.includes(id)) await getItem(id); // expect: call getItem ; gate: none
}
