// Tables and columns whose names are constants of the file, which stand nowhere else in it.
import { getItem } from '@acme/client';
import { createClient } from '@supabase/supabase-js';
import { eq } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { notes } from './schema';

const ITEMS = 'items';
const OTHERS = 'others';
const FIELDS = 'id, title';
const store = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_KEY!);
const app = express();
app.post('/items/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
  await store.from(ITEMS).update({ title: item.title }).eq('id', 1); // sink: database items.title
  await db.update(notes).set({ body: item.note }).where(eq(notes.id, 1)); // sink: database notes.body_text
  res.sendStatus(204);
});
app.get('/titles', async (_req, res) => {
  const { data } = await store.from(ITEMS).select(FIELDS).order('id');
  res.json(data); // sink: http GET /titles ; proven: http GET /titles
});
app.get('/whole', async (_req, res) => {
  const { data } = await store.from(ITEMS).select();
  res.json(data); // sink: http GET /whole
});
app.get('/others', async (_req, res) => {
  const { data } = await store.from(OTHERS).select(FIELDS);
  res.json(data); // ok: another table
});
app.get('/notes', async (_req, res) => {
  res.json(await db.select({ text: notes.body }).from(notes)); // sink: http GET /notes
});
app.get('/raw', async (_req, res) => {
  res.json(await db.execute('SELECT body_text FROM notes')); // sink: http GET /raw
});
