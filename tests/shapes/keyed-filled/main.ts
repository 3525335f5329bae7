// Lists, maps and names that a callback fills: what selects the answer comes from the rows that it is called with.
import { getItem } from '@acme/client';
import express from 'express';
import { listen } from 'some-events';
import { db } from './db';
import { items, venues } from './schema';

const app = express();
app.get('/list', async (_req, res) => {
  const ids: number[] = [];
  (await db.select().from(items)).forEach((row) => ids.push(row.serial!));
  for (const id of ids) res.json(await getItem(id)); // expect: call getItem ; keyed: catalogue-row items.serial
});
app.get('/queue', async (_req, res) => {
  const queue: { id: number }[] = [];
  const rows = await db.select().from(items);
  await Promise.all(rows.map(async (row) => { queue.push({ id: row.serial! }); }));
  const next = queue.shift()!;
  res.json(await getItem(next.id)); // expect: call getItem ; keyed: catalogue-row items.serial
});
app.get('/map', async (_req, res) => {
  const known = new Map<number, number>();
  (await db.select().from(venues)).forEach((row) => { known.set(row.id!, row.id!); });
  res.json(await getItem(known.get(1)!)); // expect: call getItem ; keyed: other-row venues.id
});
app.get('/last', async (_req, res) => {
  let last: number | null = null;
  (await db.select().from(items)).forEach((row) => { last = row.serial; });
  res.json(await getItem(last!)); // expect: call getItem ; keyed: catalogue-row items.serial
});
app.get('/fixed', async (_req, res) => {
  const ids: number[] = [];
  [3, 4].forEach((id) => ids.push(id));
  for (const id of ids) res.json(await getItem(id)); // expect: call getItem ; keyed: constant
});
async function fill(out: number[]) {
  for (const row of await db.select().from(items)) out.push(row.serial!);
}
app.get('/helped', async (_req, res) => {
  const ids: number[] = [1];
  await fill(ids);
  for (const id of ids) res.json(await getItem(id)); // expect: call getItem ; keyed: catalogue-row items.serial
});
app.get('/found', async (_req, res) => {
  const found = { ids: [] as number[] };
  await collect(found);
  res.json(await getItem(found.ids[0])); // expect: call getItem ; keyed: other-row venues.id
});
async function collect(out: { ids: number[] }) {
  const [venue] = await db.select().from(venues);
  out.ids.push(venue.id!);
}
app.get('/heard', async (_req, res) => {
  const heard: number[] = [2];
  listen((event) => heard.push(event.id));
  res.json(await getItem(heard[0])); // expect: call getItem ; keyed: unknown
});
app.listen(1);
