// More forms of checks, each with one that looks like it and keeps no flagged row away.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

const load = async () => db.select().from(items);
type Row = Awaited<ReturnType<typeof load>>[number];

export async function ended(row: Row) {
  switch (true) {
    case row.withheld:
      return;
    default:
      await getItem(row.remote!); // expect: call getItem ; gate: guard
  }
  await getItem(row.remote!); // expect: call getItem ; gate: guard
}

export async function named(row: Row) {
  switch (row.withheld) {
    case true:
      await getItem(row.remote!); // expect: call getItem ; gate: none
      break;
    case false:
      await getItem(row.remote!); // expect: call getItem ; gate: guard
      break;
    default:
      await getItem(row.remote!); // expect: call getItem ; gate: guard
  }
  await getItem(row.remote!); // expect: call getItem ; gate: none
}

export async function fallen(row: Row) {
  switch (row.withheld) {
    case true:
      console.warn('withheld');
    default:
      await getItem(row.remote!); // expect: call getItem ; gate: none
  }
}

export async function shared(row: Row) {
  switch (row.withheld) {
    case true:
    case false:
      await getItem(row.remote!); // expect: call getItem ; gate: none
      break;
    case null:
      await getItem(row.remote!); // expect: call getItem ; gate: guard
  }
}

export async function before(row: Row, all: boolean) {
  switch (true) {
    case all:
      console.warn('all of them');
      break;
    case row.withheld:
      return;
    default:
      console.log(row.title);
  }
  await getItem(row.remote!); // expect: call getItem ; gate: none
}

export async function onlyOne(row: Row) {
  switch (row.withheld) {
    case false:
      break;
    default:
      throw new Error('withheld');
  }
  await getItem(row.remote!); // expect: call getItem ; gate: guard
}

function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

export async function required(row: Row) {
  invariant(row.withheld !== undefined, 'no flag');
  await getItem(row.remote!); // expect: call getItem ; gate: none
  invariant(!row.withheld, 'withheld');
  await getItem(row.remote!); // expect: call getItem ; gate: guard
}

async function openRow(id: number): Promise<Row> {
  const [row] = await db.select().from(items).where(eq(items.id, id));
  if (!row || row.withheld) throw new Error('withheld');
  return row;
}
async function anyRow(id: number): Promise<Row> {
  const [row] = await db.select().from(items).where(eq(items.id, id));
  if (!row) throw new Error('no such row');
  if (row.withheld) console.warn('withheld');
  return row;
}

export async function given(id: number, other: number) {
  const row = await openRow(id);
  await getItem(row.remote!); // expect: call getItem ; gate: guard
  const any = await anyRow(other);
  await getItem(any.remote!); // expect: call getItem ; gate: none
}

export async function givenLater(id: number) {
  let row = await anyRow(id);
  await getItem(row.remote!); // expect: call getItem ; gate: none
  row = await openRow(id);
  await getItem(row.remote!); // expect: call getItem ; gate: guard
}

export async function checkedInside(row: Row) {
  const open = (one: Row) => {
    invariant(!one.withheld, 'withheld');
    return one;
  };
  const one = open(row);
  await getItem(one.remote!); // expect: call getItem ; gate: guard
}
