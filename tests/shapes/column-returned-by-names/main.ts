// Builders that take names as texts give back what they have just written, and nothing else.
import { getItem } from '@acme/client';
import express from 'express';
import knex from 'knex';
import { Kysely } from 'kysely';

const db = knex({ client: 'pg' });
const typed = new Kysely<any>({} as any);
const app = express();

app.post('/whole', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  const [row] = await db('whole').insert({ body: item.title }).returning('*'); // sink: database whole.body
  res.json(row); // proven: http POST /whole ; sink: http POST /whole
});
app.post('/named', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  const rows = await db('named').insert({ body: item.title }).returning(['id', 'body']); // sink: database named.body
  res.json(rows); // proven: http POST /named ; sink: http POST /named
});
app.post('/changed', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  const rows = await db('changed').where({ id: 1 }).update({ body: item.title }).returning('body'); // sink: database changed.body
  res.json(rows); // proven: http POST /changed ; sink: http POST /changed
});
app.post('/gone', async (_req, res) => {
  res.json(await db('changed').where({ id: 1 }).del().returning('*')); // proven: http POST /gone ; sink: http POST /gone
});
app.post('/typed', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: renders
  const made = await typed.insertInto('typed').values({ body: item.title }).returningAll().executeTakeFirst(); // sink: database typed.body
  res.json(made.body); // proven: http POST /typed ; sink: http POST /typed
});
app.post('/typed/changed', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: renders
  const made = await typed.updateTable('altered').set({ body: item.title }).returning(['id', 'body']).execute(); // sink: database altered.body
  res.json(made); // proven: http POST /typed/changed ; sink: http POST /typed/changed
});

// good twins: another column comes back, or none
app.post('/key', async (_req, res) => {
  const item = await getItem(6); // expect: call getItem ; reach: stores
  const rows = await db('keys').insert({ body: item.title }).returning('id'); // sink: database keys.body
  res.json(rows); // ok: another column
});
app.post('/typed/key', async (_req, res) => {
  const item = await getItem(7); // expect: call getItem ; reach: stores
  const made = await typed.insertInto('typed_keys').values({ body: item.title }).returning('id').execute(); // sink: database typed_keys.body
  res.json(made); // ok: another column
});
app.post('/typed/count', async (_req, res) => {
  const item = await getItem(8); // expect: call getItem ; reach: stores
  const made = await typed.insertInto('counted').values({ body: item.title }).execute(); // sink: database counted.body
  res.json(made); // ok: how many were written
});
