// Caches around an access: what they hold was asked for one row and is given to the next one. They are named where
// what was read from them decides whether the access is made, and they are filled with what it gave.
import { findItems, getItem, lookupItem, type Item } from '@acme/client';
import { and, eq } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { db } from './db';
import { items } from './schema';
import { Lookups } from './lookups';

const load = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];

const byTitle = new LRUCache<string, Item | null>({ max: 100 });
const byTitleAndFlag = new Map<string, Item | null>();
const underWay = new Map<string, Promise<Item | null>>();

export async function keyWithoutFlag(id: number) {
  const row = await load(id);
  const hit = byTitle.get(row.title!); // defect: cache-key-omits-flag
  if (hit !== undefined) return hit;
  const item = await lookupItem(row.title!, { withheld: row.withheld }); // expect: call lookupItem ; gate: late
  byTitle.set(row.title!, item); // defect: skip-cached
  return item;
}

export async function keyWithFlag(id: number) {
  const row = await load(id);
  const key = `${row.title}|${row.withheld}`;
  const hit = byTitleAndFlag.get(key);
  if (hit !== undefined) return hit;
  const item = await lookupItem(row.title!, { withheld: row.withheld }); // expect: call lookupItem ; gate: argument
  byTitleAndFlag.set(key, item);
  return item;
}

export async function unflaggedOnlyIsKept(id: number) {
  const row = await load(id);
  const hit = byTitle.get(row.title!); // defect: cache-key-omits-flag
  if (hit) return hit;
  const item = await lookupItem(row.title!, { withheld: row.withheld }); // expect: call lookupItem ; gate: late
  if (!row.withheld) byTitle.set(row.title!, item);
  return item;
}

export async function checkedBefore(id: number) {
  const row = await load(id);
  if (row.withheld) return null;
  const hit = byTitle.get(row.title!);
  if (hit !== undefined) return hit;
  const item = await lookupItem(row.title!); // expect: call lookupItem ; gate: guard
  byTitle.set(row.title!, item);
  return item;
}

export async function checkedBehind(id: number) {
  const row = await load(id);
  const hit = byTitle.get(row.title!); // defect: cache-before-gate
  if (hit !== undefined) return hit;
  if (row.withheld) return null;
  const item = await lookupItem(row.title!); // expect: call lookupItem ; gate: late
  byTitle.set(row.title!, item);
  return item;
}

export async function twice(id: number) {
  const row = await load(id);
  const running = underWay.get(row.title!); // defect: cache-key-omits-flag
  if (running) return running;
  const started = lookupItem(row.title!, { withheld: row.withheld }).finally(() => underWay.delete(row.title!)); // expect: call lookupItem ; gate: late
  underWay.set(row.title!, started); // defect: skip-cached
  return started;
}

const byId = new LRUCache<number, Item>({ max: 100 });
const missing = new LRUCache<number, true>({ max: 100 });

export async function noGateAtAll(id: number) {
  const row = await load(id);
  if (missing.has(row.id)) return null;
  let item = byId.get(row.id); // defect: cache-before-gate
  if (!item) {
    item = await getItem(row.id); // expect: call getItem ; gate: none
    if (!item) missing.set(row.id, true);
    byId.set(row.id, item);
  }
  return item;
}

const byRequest = new LRUCache<number, Item>({ max: 100 });

export async function ofNoRow(id: number) {
  const hit = byRequest.get(id);
  if (hit) return hit;
  const item = await getItem(id); // expect: call getItem ; gate: none
  byRequest.set(id, item);
  return item;
}

const seen = new Map<number, string>();

export async function noCache(id: number) {
  const row = await load(id);
  const label = seen.get(row.id) ?? 'new';
  const item = await getItem(row.id); // expect: call getItem ; gate: none
  seen.set(row.id, item.title);
  return { label, item };
}

const lookups = new Lookups();

export async function throughAClass(id: number) {
  const row = await load(id);
  const hit = lookups.get(row.title!); // defect: cache-key-omits-flag
  if (hit !== undefined) return hit;
  const item = await lookupItem(row.title!, { withheld: row.withheld }); // expect: call lookupItem ; gate: late
  lookups.put(row.title!, item); // defect: skip-cached
  return item;
}

export async function throughAWrapper(id: number) {
  const row = await load(id);
  await lookups.find(row.title!, { withheld: row.withheld }); // expect: call lookupItem through find ; gate: late
  await lookups.find(row.title!); // expect: call lookupItem through find ; gate: none
}

const memo: Record<string, Item | null> = {};

export async function plainObject(id: number) {
  const row = await load(id);
  const key = row.title!.toLowerCase();
  if (memo[key] !== undefined) return memo[key]; // defect: cache-key-omits-flag
  memo[key] = await lookupItem(row.title!, { withheld: row.withheld }); // expect: call lookupItem ; gate: late ; defect: skip-cached
  return memo[key];
}

const labels: Record<string, string> = { a: 'first' };

export async function plainTable(id: number) {
  const row = await load(id);
  if (!labels[row.title!]) return null;
  return lookupItem(row.title!, { withheld: row.withheld }); // expect: call lookupItem ; gate: argument
}

const byKey = new LRUCache<string, Item>({ max: 100 });

async function cached(title: string) {
  const hit = byKey.get(title);
  if (hit) return hit;
  const item = await lookupItem(title); // expect: call lookupItem ; gate: guard
  byKey.set(title, item!);
  return item;
}

export async function checkedByTheCaller(id: number) {
  const row = await load(id);
  if (row.withheld) return null;
  return cached(row.title!);
}

const ids = new LRUCache<string, number>({ max: 100 });

async function idOf(title: string): Promise<number> {
  const hit = ids.get(title);
  if (hit !== undefined) return hit;
  const [found] = await findItems(title); // expect: call findItems ; gate: filter
  ids.set(title, found.id);
  return found.id;
}

export async function keptForAFilteredRow(id: number) {
  const [row] = await db.select().from(items).where(and(eq(items.id, id), eq(items.withheld, false)));
  const key = await idOf(row.title!);
  return getItem(key); // expect: call getItem ; gate: filter
}
