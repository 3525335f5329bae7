// Keys on their way: through maps, lists and caches, callbacks by name, and a function that anybody may call.
import { getItem, lookupItem } from '@acme/client';
import { db } from './db';
import { items, venues } from './schema';

type Row = { title: string; serial: number };
const rows: Row[] = await db.select({ title: items.title, serial: items.serial }).from(items);
const named = (row: Row) => ({ ...row, title: row.title.trim() });

for (const row of rows.map(named)) await lookupItem(row.title); // expect: call lookupItem ; keyed: catalogue-row items.title

async function grouped() {
  const bySerial = new Map<number, Row>();
  for (const row of rows) bySerial.set(row.serial, row);
  for (const serial of bySerial.keys()) await getItem(serial); // expect: call getItem ; keyed: catalogue-row items.serial
  for (const row of bySerial.values()) await lookupItem(row.title); // expect: call lookupItem ; keyed: catalogue-row items.title
}

const kept = new Map<string, number>();
async function serialOf(name: string) {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const [row] = await db.select({ serial: items.serial }).from(items);
  kept.set(name, row.serial);
  return row.serial;
}

let waiting: { name: string }[] = [];
const park = (name: string) => waiting.push({ name });
async function flush() {
  const batch = waiting;
  waiting = [];
  for (const one of batch) await lookupItem(one.name); // expect: call lookupItem ; keyed: other-row venues.name
}

interface Basket {
  results: Row[];
  names: string[];
  left: Row[];
}
const begin = (): Basket => ({ results: [], names: [], left: [] });
async function fill(basket: Basket) {
  basket.results = await db.select({ title: items.title, serial: items.serial }).from(items);
}
async function pass(basket: Basket) {
  await fill(basket);
}
const basket = begin();
await pass(basket);
for (const row of basket.results) await lookupItem(row.title); // expect: call lookupItem ; keyed: catalogue-row items.title
for (const row of basket.left) await lookupItem(row.title); // expect: call lookupItem ; keyed: unknown

await grouped();
await getItem(await serialOf('x')); // expect: call getItem ; keyed: catalogue-row items.serial
for (const venue of await db.select().from(venues)) park(venue.name);
await flush();

// an object that one function makes, others fill, and the next one reads
type State = { found: Row[]; tried: string[]; other: { name: string }[] };
const blank = (): State => ({ found: [], tried: [], other: [] });
async function filled(state: State) {
  state.other = await db.select().from(venues);
  return state;
}
async function searched() {
  const state = blank();
  state.tried.push('first');
  const [results] = [await db.select({ title: items.title, serial: items.serial }).from(items)];
  if (results.length > 0) state.found = results;
  return filled(state);
}
const state = await searched();
for (const row of state.found) await lookupItem(row.title); // expect: call lookupItem ; keyed: catalogue-row items.title
for (const one of state.other) await lookupItem(one.name); // expect: call lookupItem ; keyed: other-row venues.name
