// The flag of the row is looked at, but behind the access: whoever reads it there cannot take back what was asked.
import { getItem, lookupItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

async function flagsOf(id: number): Promise<{ withheld: boolean } | undefined> {
  const [row] = await db.select().from(items).where(eq(items.id, id)).limit(1);
  return row ? { withheld: row.withheld } : undefined;
}

export async function shown(id: number) {
  const item = await getItem(id); // expect: call getItem ; gate: late
  const flags = await flagsOf(id);
  return { ...item, withheld: flags?.withheld };
}

export async function shownInTime(id: number) {
  const flags = await flagsOf(id);
  if (flags?.withheld) return { withheld: true };
  const item = await getItem(id); // expect: call getItem ; gate: guard
  return { ...item, withheld: flags?.withheld };
}

export async function suppressed(id: number) {
  const item = await getItem(id); // expect: call getItem ; gate: late
  const flags = await flagsOf(id);
  if (flags?.withheld) return null;
  return item;
}

export async function passedToo(id: number) {
  const [row] = await db.select().from(items).where(eq(items.id, id));
  const item = await lookupItem(row.title!, { withheld: row.withheld }); // expect: call lookupItem ; gate: argument
  return { item, withheld: row.withheld };
}

export async function askedOfAnother(id: number) {
  const [row] = await db.select().from(items).where(eq(items.id, id));
  const [item, other] = await Promise.all([
    getItem(id), // expect: call getItem ; gate: none
    lookupItem(row.title!, { withheld: row.withheld }), // expect: call lookupItem ; gate: argument
  ]);
  return { item, other };
}

export async function ofTheRequest(id: number, body: { withheld?: boolean }) {
  const item = await getItem(id); // expect: call getItem ; gate: none
  return { ...item, asked: body.withheld };
}

async function stateOf(id: number) {
  const [row] = await db.select({ hidden: items.withheld, title: items.title }).from(items).where(eq(items.id, id));
  return row;
}

export async function byAnotherName(id: number) {
  const item = await getItem(id); // expect: call getItem ; gate: late
  const state = await stateOf(id);
  return { ...item, badge: state.hidden };
}

export async function anotherColumn(id: number) {
  const item = await getItem(id); // expect: call getItem ; gate: none
  const state = await stateOf(id);
  return { ...item, title: state.title };
}
