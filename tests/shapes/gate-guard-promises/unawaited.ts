// A row that a function puts under a name of the one around it, where nobody waits for that: the check may find nothing.
// Beside it the same, waited for, or run at once.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];
type Row = Awaited<ReturnType<typeof one>>;

export async function unawaited(id: number) {
  let row: Row | undefined;
  one(id).then((found) => { row = found; });
  if (row?.withheld) return null;
  return getItem(id); // expect: call getItem ; gate: none
}
export async function awaited(id: number) {
  let row: Row | undefined;
  await one(id).then((found) => { row = found; });
  if (row?.withheld) return null;
  return getItem(id); // expect: call getItem ; gate: guard
}
export async function awaitedLater(id: number) {
  let row: Row | undefined;
  const asked = one(id).then((found) => { row = found; });
  await Promise.all([asked]);
  if (row?.withheld) return null;
  return getItem(id); // expect: call getItem ; gate: guard
}
export async function awaitedTooLate(id: number) {
  let row: Row | undefined;
  const asked = one(id).then((found) => { row = found; });
  if (row?.withheld) return null;
  await asked;
  return getItem(id); // expect: call getItem ; gate: none
}
export async function flagOnly(id: number) {
  let hidden: boolean | undefined;
  setTimeout(async () => { hidden = (await one(id)).withheld; }, 10);
  if (hidden) return null;
  return getItem(id); // expect: call getItem ; gate: none
}
export async function named(id: number) {
  let row: Row | undefined;
  const load = async () => { row = await one(id); };
  void load();
  if (row?.withheld) return null;
  return getItem(id); // expect: call getItem ; gate: none
}
export async function namedAwaited(id: number) {
  let row: Row | undefined;
  const load = async () => { row = await one(id); };
  await load();
  if (row?.withheld) return null;
  return getItem(id); // expect: call getItem ; gate: guard
}
export async function transaction(id: number) {
  let row: Row | undefined;
  await db.transaction(async (tx) => { [row] = await tx.select().from(items).where(eq(items.id, id)).limit(1); });
  if (row!.withheld) return null;
  return getItem(id); // expect: call getItem ; gate: guard
}
export async function atOnce(id: number) {
  let row: Row | undefined;
  const found = await one(id);
  const keep = () => { row = found; };
  keep();
  if (row!.withheld) return null;
  return getItem(id); // expect: call getItem ; gate: guard
}
const shut = async (id: number) => (await one(id)).withheld;
export async function filtered(ids: number[]) {
  const open = ids.filter(async (id) => !(await shut(id)));
  for (const id of open) await getItem(id); // expect: call getItem ; gate: none
}
export async function sorted(ids: number[]) {
  const rows = await Promise.all(ids.map(one));
  for (const row of rows.filter((found) => !found.withheld)) await getItem(row.id); // expect: call getItem ; gate: guard
}
