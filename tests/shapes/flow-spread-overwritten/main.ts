// What stands behind a spread, or is taken out before a rest, is not in what is left of the value.
import { findItems, getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items } from './schema';

const app = express();
app.get('/over', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem
  const named = { ...item, title: 'x' };
  res.write(named.title); // ok: a text of its own
  res.write(String(named.id)); // sink: http GET /over
  const kept = { title: 'x', ...item };
  res.json(kept.title); // sink: http GET /over
});
app.get('/assigned', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem
  const rows: { id: number; title: string }[] = [];
  rows.push(Object.assign({}, { id: 1, title: item.title }, { title: 'x' }));
  for (const row of rows) res.write(row.title); // ok: a text of its own
  const spread = { title: item.title, ...{ title: 'x' } };
  res.write(spread.title); // ok: a text of its own
  const last = Object.assign({}, { id: 1, title: 'x' }, { title: item.title });
  res.write(last.title); // sink: http GET /assigned
  const either = { title: item.title, ...(item.tracks.length ? { title: 'x' } : {}) };
  res.end(either.title); // sink: http GET /assigned
});
app.get('/rest', async (_req, res) => {
  const { title, ...rest } = await getItem(2); // expect: call getItem
  res.write((rest as any).title); // ok: it was taken out
  res.json(rest.tracks); // sink: http GET /rest
});
app.post('/cleared', async (_req, res) => {
  const [item] = await findItems('x'); // expect: call findItems
  const row: any = { ...item, title: null };
  await db.update(items).set(row).where(eq(items.id, 1)); // sink: database items.id ; sink: database items.label_text
  res.sendStatus(204);
});
app.get('/titles', async (_req, res) => {
  res.json(await db.select({ title: items.title }).from(items)); // ok: NULL was written there
});
