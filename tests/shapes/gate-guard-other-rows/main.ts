// Checks in which the flag of another row has a part, too: beside each one that the row of the access does not pass by its
// own flag.
import { getItem } from '@acme/client';
import { and, eq } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

interface Row { id: number; remote: number | null; title: string | null; withheld: boolean | null }
declare const asked: boolean;
const rows = await db.select().from(items);
const isHeld = (row: Row) => row.withheld === true;
const areHeld = (one: Row, other: Row) => isHeld(one) && isHeld(other);
const isAny = (one: Row, other: Row) => isHeld(one) || isHeld(other);

for (const row of rows) {
  if (row.withheld && rows[0].withheld) continue;
  await getItem(row.id); // expect: call getItem ; gate: none
}
for (const row of rows) {
  if (row.withheld || rows[0].withheld) continue;
  await getItem(row.id); // expect: call getItem ; gate: guard
}
for (const row of rows) {
  if (isHeld(rows[0])) continue;
  await getItem(row.id); // expect: call getItem ; gate: none
  if (isHeld(row)) continue;
  await getItem(row.id); // expect: call getItem ; gate: guard
}
for (const row of rows) {
  if (areHeld(row, rows[0])) continue;
  await getItem(row.id); // expect: call getItem ; gate: none
  if (isAny(row, rows[0])) continue;
  await getItem(row.id); // expect: call getItem ; gate: guard
}
for (const row of rows) {
  let shut = false;
  if (row.withheld) shut = rows[0].withheld === true;
  if (shut) continue;
  await getItem(row.id); // expect: call getItem ; gate: none
}
for (const row of rows) {
  let shut = false;
  if (row.withheld) shut = row.withheld === true;
  if (shut) continue;
  await getItem(row.id); // expect: call getItem ; gate: guard
}

// one of several rows may be the one of the access
async function picked() {
  let row = rows.find((one) => one.title)!;
  if (row.withheld) return;
  if (asked) row = rows[0];
  await getItem(row.remote!); // expect: call getItem ; gate: none
  if (row.withheld) return;
  await getItem(row.remote!); // expect: call getItem ; gate: guard
}
await picked();

// … also one that was not there, where a function gives none that are flagged
async function open(id: number) {
  const [row] = await db.select().from(items).where(eq(items.id, id));
  return row.withheld ? undefined : row;
}
async function missing() {
  let row = await open(7);
  if (!row) return;
  await getItem(row.id); // expect: call getItem ; gate: guard
  const [other] = await db.select().from(items);
  if (asked) row = other;
  await getItem(row.id); // expect: call getItem ; gate: none
}
await missing();

// a list is asked for a row by what that is called by
for (const row of rows) {
  if (rows.some((one) => one.id === row.remote && one.withheld)) continue;
  await getItem(row.id); // expect: call getItem ; gate: none
  if (rows.some((one) => one.id === row.id && one.withheld)) continue;
  await getItem(row.id); // expect: call getItem ; gate: guard
}
for (const row of rows) {
  if (!rows.some((one) => one.title === row.title && !one.withheld)) continue;
  await getItem(row.id); // expect: call getItem ; gate: none
  if (!rows.some((one) => one.id === row.id && !one.withheld)) continue;
  await getItem(row.id); // expect: call getItem ; gate: guard
}

// … which may be none of those that are left in it
async function left() {
  const all = await db.select().from(items);
  const shown = all.filter((one) => !one.withheld), hidden = all.filter((one) => one.withheld);
  for (const row of all) {
    if (shown.some((one) => one.id === row.id)) continue;
    await getItem(row.id); // expect: call getItem ; gate: none
    if (!shown.some((one) => one.id === row.id)) continue;
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
  for (const row of all) {
    if (!hidden.some((one) => one.id === row.id)) continue;
    await getItem(row.id); // expect: call getItem ; gate: none
    if (hidden.some((one) => one.id === row.id)) continue;
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
  for (const row of all) {
    if (!shown.every((one) => one.id !== row.id)) continue;
    await getItem(row.id); // expect: call getItem ; gate: none
    if (shown.every((one) => one.id !== row.id)) continue;
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
}
await left();

// … and must have all rows that are flagged
async function main() {
  const few = await db.select().from(items).where(and(eq(items.withheld, true), eq(items.withheld, asked)));
  const some = new Set(few.map((one) => one.id));
  const flagged = await db.select().from(items).where(eq(items.withheld, true));
  const hidden = new Set(flagged.map((one) => one.id));
  for (const row of rows) {
    if (some.has(row.id)) continue;
    await getItem(row.id); // expect: call getItem ; gate: none
    if (hidden.has(row.id)) continue;
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
}
await main();
