// knex: tables and columns by their names, as texts.
import { getItem } from '@acme/client';
import express from 'express';
import knex from 'knex';

const db = knex({ client: 'pg', connection: process.env.DB_URL });

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await db('items').where({ id }).update({ title: found.title, seen: null }); // sink: database items.title
  await db('notes').insert([{ item: id, body: found.body }]).onConflict('item').merge(); // sink: database notes.body
  await db.transaction(async (trx) => {
    await trx('venues').where({ id }).update({ name: found.name }); // sink: database venues.name
  });
  await db.raw('UPDATE venues SET city = ?', [found.city]); // sink: database venues.city
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/titles', async (_req, res) => {
  res.json(await db('items').select('id', 'title').orderBy('id')); // sink: http GET /titles
});
app.get('/ids', async (_req, res) => {
  res.json(await db('items').select(['id', 'seen'])); // ok: other columns
});
app.get('/note', async (_req, res) => {
  const note = await db('notes').where('id', 1).first();
  res.json(note.body); // sink: http GET /note
});
app.get('/joined', async (_req, res) => {
  res.json(await db('items as i').join('venues as v', 'v.id', 'i.venue').select('v.city as place')); // sink: http GET /joined
});
app.post('/given-back', async (_req, res) => {
  res.json(await db('items').update({ seen: 1 }, ['id', 'title'])); // sink: http POST /given-back ; proven: http POST /given-back
});
app.post('/set', async (_req, res) => {
  res.json(await db('items').update({ title: 'x' }, ['title'])); // ok: what was just set
});
app.post('/set-later', async (_req, res) => {
  res.json(await db('items').update({ title: 'x' }).returning(['title'])); // ok: what was just set
});
app.post('/other', async (_req, res) => {
  res.json(await db('items').where('id', 1).del('seen')); // ok: another column
});
app.get('/names', async (_req, res) => {
  res.json(await db.select('name').from('venues')); // sink: http GET /names
});
