// Checks of the flag that stand before an access, in the forms people write; beside each one a check that does not
// keep a flagged row away.
import { getItem, lookupItem } from '@acme/client';
import { db } from './db';
import { eq } from 'drizzle-orm';
import { items } from './schema';

type Row = { id: number; title: string | null; withheld: boolean };
const load = async (): Promise<Row[]> => db.select().from(items);
const strict = process.argv.length > 2;

export async function jumps() {
  for (const row of await load()) {
    if (row.withheld) continue;
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
  for (const row of await load()) {
    if (!row.withheld) continue;
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await load()) {
    if (row.withheld && strict) continue;
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  for (const row of await load()) {
    if (row.withheld || !row.title) continue;
    await getItem(row.id); // expect: call getItem ; gate: guard
  }
}

export async function returns(row: Row) {
  if (row.withheld === true) return null;
  return getItem(row.id); // expect: call getItem ; gate: guard
}

export async function throws(row: Row) {
  if (row.withheld !== false) throw new Error('withheld');
  return getItem(row.id); // expect: call getItem ; gate: guard
}

export async function tells(row: Row) {
  if (row.withheld) console.warn('withheld', row.id);
  return getItem(row.id); // expect: call getItem ; gate: none
}

export async function branches(row: Row) {
  if (!row.withheld) {
    await getItem(row.id); // expect: call getItem ; gate: guard
  } else {
    await getItem(row.id); // expect: call getItem ; gate: none
  }
  if (row.withheld === undefined) await getItem(row.id); // expect: call getItem ; gate: guard
  if (row.title) await getItem(row.id); // expect: call getItem ; gate: none
}

export async function expressions(row: Row, id: number) {
  const first = row.withheld ? null : await getItem(row.id); // expect: call getItem ; gate: guard
  const second = row.withheld ? await getItem(row.id) : null; // expect: call getItem ; gate: none
  const third = !row.withheld && (await getItem(row.id)); // expect: call getItem ; gate: guard
  const fourth = row.withheld || (await getItem(row.id)); // expect: call getItem ; gate: guard
  const fifth = row.withheld ?? (await getItem(row.id)); // expect: call getItem ; gate: guard
  return [first, second, third, fourth, fifth, await getItem(id)]; // expect: call getItem ; gate: none
}

export async function named(row: Row) {
  const { withheld, id } = row;
  if (withheld) return;
  await getItem(id); // expect: call getItem ; gate: guard
  const open = !row.withheld;
  if (open) await lookupItem(row.title!); // expect: call lookupItem ; gate: guard
}

const isOpen = (row: Row): boolean => !row.withheld;
const isShort = (row: Row): boolean => (row.title ?? '').length < 9 || row.withheld;

function requireOpen(row: Row): void {
  if (row.withheld) throw new Error(`${row.id} is withheld`);
}
function mention(row: Row): void {
  if (row.withheld) console.log(`${row.id} is withheld`);
}

export async function asked(row: Row) {
  if (!isOpen(row)) return;
  await getItem(row.id); // expect: call getItem ; gate: guard
}

export async function otherwise(row: Row) {
  if (!isShort(row)) return;
  await getItem(row.id); // expect: call getItem ; gate: none
}

export async function required(row: Row) {
  requireOpen(row);
  await getItem(row.id); // expect: call getItem ; gate: guard
}

export async function mentioned(row: Row) {
  mention(row);
  await getItem(row.id); // expect: call getItem ; gate: none
}

export async function caught(row: Row) {
  try {
    if (row.withheld) throw new Error('withheld');
    console.log(row.title);
  } catch {
    console.warn('go on');
  }
  await getItem(row.id); // expect: call getItem ; gate: none
  try {
    if (row.withheld) return;
    console.log(row.title);
  } catch {
    throw new Error('stop');
  }
  await getItem(row.id); // expect: call getItem ; gate: guard
}

export async function lists() {
  const open = (await load()).filter((row) => !row.withheld);
  for (const row of open) await getItem(row.id); // expect: call getItem ; gate: guard
  const closed = (await load()).filter((row) => row.withheld);
  for (const row of closed) await getItem(row.id); // expect: call getItem ; gate: none
  const titled = (await load()).filter((row) => row.title !== null);
  for (const row of titled) await getItem(row.id); // expect: call getItem ; gate: none
  const short = (await load()).filter(isOpen).slice(0, 5);
  await Promise.all(short.map((row) => getItem(row.id))); // expect: call getItem ; gate: guard
  const kept: Row[] = [];
  for (const row of await load()) if (!row.withheld) kept.push(row);
  for (const row of kept) await getItem(row.id); // expect: call getItem ; gate: guard
}

async function show(row: Row) {
  return getItem(row.id); // expect: call getItem ; gate: guard
}
async function showAny(row: Row) {
  return getItem(row.id); // expect: call getItem ; gate: none
}

export async function callers() {
  for (const row of await load()) {
    if (!row.withheld) await show(row);
    if (!row.withheld) await showAny(row);
    await showAny(row);
  }
}

const byId = async (id: number): Promise<Row> => (await db.select().from(items).where(eq(items.id, id)))[0];
const byTitle = async (text: string): Promise<Row> => (await db.select().from(items).where(eq(items.title, text)))[0];

export async function ofAnotherRow(id: number, text: string) {
  const row = await byId(id);
  const other = await byTitle(text);
  if (other.withheld) return;
  await getItem(row.id); // expect: call getItem ; gate: none
}

export async function ofTheSameRow(id: number) {
  const row = await byId(id);
  const again = await byTitle(row.title!);
  if (again.withheld) return;
  await getItem(row.id); // expect: call getItem ; gate: guard
}

export async function ofTheRowThatIsAskedFor(id: number) {
  const row = await byId(id);
  if (row.withheld) return;
  await getItem(id); // expect: call getItem ; gate: guard
}

const isOpenLater = async (row: Row) => !row.withheld;
const openOne = (row: Row) => isOpenLater(row);

export async function awaited(row: Row) {
  if (!(await isOpenLater(row))) return;
  await getItem(row.id); // expect: call getItem ; gate: guard
}

export async function awaitedLater(row: Row) {
  const open = openOne(row);
  if (!(await open)) return;
  await getItem(row.id); // expect: call getItem ; gate: guard
}

export async function forgotten(row: Row) {
  if (!isOpenLater(row)) return; // a promise is always something
  await getItem(row.id); // expect: call getItem ; gate: none
}

export async function found() {
  const rows = await load();
  const open = rows.find((row) => !row.withheld)!;
  await getItem(open.id); // expect: call getItem ; gate: guard
  const titled = rows.find((row) => row.title !== null)!;
  await getItem(titled.id); // expect: call getItem ; gate: none
}

const requireLater = async (row: Row) => {
  if (row.withheld) throw new Error('withheld');
};

export async function requiredHere(row: Row) {
  const requireHere = (one: Row) => {
    if (one.withheld) throw new Error('withheld');
  };
  requireHere(row);
  await getItem(row.id); // expect: call getItem ; gate: guard
}

export async function requiredLater(row: Row) {
  await requireLater(row);
  await getItem(row.id); // expect: call getItem ; gate: guard
}

export async function notWaitedFor(row: Row) {
  requireLater(row).catch(console.error);
  await getItem(row.id); // expect: call getItem ; gate: none
}
