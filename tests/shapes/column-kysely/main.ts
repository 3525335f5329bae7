// kysely: tables and columns by their names, as texts.
import { getItem } from '@acme/client';
import express from 'express';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DB_URL });
const db = new Kysely<any>({ dialect: new PostgresDialect({ pool }) });

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await db.updateTable('items').set({ title: found.title, seen: null }).where('id', '=', id).execute(); // sink: database items.title
  await db.transaction().execute(async (trx) => {
    await trx.insertInto('notes').values({ item: id, body: found.body }).execute(); // sink: database notes.body
  });
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/titles', async (_req, res) => {
  res.json(await db.selectFrom('items').select(['id', 'title']).execute()); // sink: http GET /titles
});
app.get('/ids', async (_req, res) => {
  res.json(await db.selectFrom('items').select('id').execute()); // ok: another column
});
app.get('/note', async (_req, res) => {
  const note = await db.selectFrom('notes').selectAll().executeTakeFirst();
  res.json(note?.body); // sink: http GET /note
});
app.get('/joined', async (_req, res) => {
  const rows = await db.selectFrom('items as i').innerJoin('notes as n', 'n.item', 'i.id').select('n.body as remark').execute();
  res.json(rows.map((row) => row.remark)); // sink: http GET /joined
});
