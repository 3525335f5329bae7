// A query that is prepared in one place and run in another, and one that is put together with a second one.
import { getItem } from '@acme/client';
import express from 'express';
import { db } from './db';
import { items, notes } from './schema';

const titles = db.select({ text: items.title }).from(items).prepare('titles');
const labels = db.select({ text: items.label }).from(items).prepare('labels');

const app = express();
app.post('/store/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem
  await db.insert(items).values({ id: 1, title: item.title }); // sink: database items.title
  res.sendStatus(204);
});
app.get('/titles', async (_req, res) => {
  res.json(await titles.execute()); // sink: http GET /titles
});
app.get('/labels', async (_req, res) => {
  res.json(await labels.execute()); // ok: another column
});
app.get('/both', async (_req, res) => {
  const all = db.select({ text: notes.body }).from(notes).union(db.select({ text: items.title }).from(items));
  res.json(await all); // sink: http GET /both
});
app.get('/others', async (_req, res) => {
  const all = db.select({ text: notes.body }).from(notes).union(db.select({ text: items.label }).from(items));
  res.json(await all); // ok: other columns
});

const begun = () => db.select({ text: items.title, label: items.label }).from(items).$dynamic();
app.get('/begun', async (_req, res) => {
  const rows = await begun().limit(10);
  res.write(rows[0].label); // ok: another column
  res.json(rows.map((row) => row.text)); // sink: http GET /begun
});
