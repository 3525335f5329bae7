// Supabase: tables and columns by their names, rows in `data`.
import { getItem } from '@acme/client';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import express from 'express';

const db = createClient(process.env.DB_URL!, process.env.DB_KEY!);

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await db.from('items').update({ title: found.title, seen: null }).eq('id', id); // sink: database items.title
  await db.from('notes').insert([{ item: id, body: found.body }]); // sink: database notes.body
  await db.from('venues').upsert({ id, city: found.city }); // sink: database venues.city
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/titles', async (_req, res) => {
  const { data } = await db.from('items').select('id, title').order('id');
  res.json(data); // proven: http GET /titles ; sink: http GET /titles
});
app.get('/whole', async (_req, res) => {
  const { data, error } = await db.from('items').select();
  if (error) throw error;
  res.json(data.map((one) => one.title)); // sink: http GET /whole
});
app.get('/star', async (_req, res) => {
  res.json((await db.from('items').select('*').limit(3)).data); // sink: http GET /star
});
app.get('/note', async (_req, res) => {
  const { data: note } = await db.from('notes').select('body').eq('id', 1).single();
  res.json(note?.body); // sink: http GET /note
});
const first = async (client: SupabaseClient) => (await client.from('items').select('*, venue:venues(name)').limit(1)).data;
app.get('/first', async (_req, res) => {
  res.json(await first(db)); // sink: http GET /first
});
app.get('/ids', async (_req, res) => {
  const { data } = await db.from('items').select('id, seen');
  res.json(data); // ok: other columns
});
app.get('/names', async (_req, res) => {
  const { data } = await db.from('venues').select('name');
  res.json(data); // ok: another column
});
