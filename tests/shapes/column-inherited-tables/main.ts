// Methods of a class read the table that each heir says: the calls of them on objects of that heir do, and no others.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express from 'express';
import { db } from './base';
import { Few, Items, Notes, Other, Said, SaidNotes } from './kept';
import { items } from './schema';

const kept = new Items();
const notes = new Notes();
const app = express();
app.post('/kept', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  await db.update(items).set({ title: item.title }).where(eq(items.id, 1)); // sink: database items.title
  res.json({ ok: true });
});
app.get('/find', async (_req, res) => {
  res.json(await kept.find()); // sink: http GET /find ; proven: http GET /find
});
app.get('/find/notes', async (_req, res) => {
  res.json(await notes.find()); // ok: another table
});
app.get('/one', async (_req, res) => {
  res.json(await kept.one(1)); // sink: http GET /one ; proven: http GET /one
});
app.get('/titles', async (_req, res) => {
  res.json(await kept.titles()); // sink: http GET /titles ; proven: http GET /titles
});
app.get('/titles/notes', async (_req, res) => {
  res.json(await notes.titles()); // ok: another table
});
app.get('/owned', async (_req, res) => {
  res.json(await kept.owned()); // ok: another column
});
app.get('/shown', async (_req, res) => {
  res.json(await kept.shown()); // sink: http GET /shown ; proven: http GET /shown
});
app.get('/shown/notes', async (_req, res) => {
  res.json(await notes.shown()); // ok: another table
});
app.get('/latest', async (_req, res) => {
  res.json(await kept.latest()); // sink: http GET /latest ; proven: http GET /latest
});
app.get('/latest/notes', async (_req, res) => {
  res.json(await notes.latest()); // ok: another table
});
app.get('/few', async (_req, res) => {
  res.json(await new Few().find()); // sink: http GET /few ; proven: http GET /few
});
app.get('/other', async (_req, res) => {
  res.json(await new Other().find()); // ok: another table
});
const shown = (repository: Items) => repository.find();
app.get('/given', async (_req, res) => {
  res.json(await shown(kept)); // sink: http GET /given ; proven: http GET /given
});
app.get('/said', async (_req, res) => {
  res.json(await new Said().list()); // sink: http GET /said ; proven: http GET /said
});
app.get('/said/notes', async (_req, res) => {
  res.json(await new SaidNotes().list()); // ok: another table
});
