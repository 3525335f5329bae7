// Of several tables that stand in settings under a key that only a caller knows each is a guess.
import { getItem } from '@acme/client';
import { db } from './db';
import { items, plays, sheets, shows } from './schema';

const SETTINGS = { first: { table: items, size: 1 }, second: { table: sheets, size: 2 } };
async function write(kind: keyof typeof SETTINGS, imageUrl: string) {
  await db.update(SETTINGS[kind].table).set({ imageUrl }); // sink: database items.image_url ; possible: database items.image_url ; sink: database sheets.image_url ; possible: database sheets.image_url
}
async function insert(kind: keyof typeof SETTINGS, title: string) {
  const { table } = SETTINGS[kind];
  await db.insert(table).values({ title }); // sink: database items.title ; possible: database items.title ; sink: database sheets.title ; possible: database sheets.title
}
async function run() {
  const item = await getItem(1); // expect: call getItem ; reach: stores
  await write('first', item.image);
  await insert('second', item.title);
}

const NAMED = { first: { table: plays }, second: { table: shows } };
async function one() {
  const item = await getItem(2); // expect: call getItem ; reach: stores
  await db.update(NAMED.first.table).set({ imageUrl: item.image }); // sink: database plays.image_url ; proven: database plays.image_url
}
async function each() {
  const item = await getItem(3); // expect: call getItem ; reach: stores
  for (const { table } of [NAMED.first, NAMED.second]) {
    await db.insert(table).values({ title: item.title }); // sink: database plays.title ; proven: database plays.title ; sink: database shows.title ; proven: database shows.title
  }
}
run(); one(); each();
