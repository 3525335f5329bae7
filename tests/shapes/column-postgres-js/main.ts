// postgres.js: the tag sends, and takes rows, names of columns and identifiers.
import { getItem } from '@acme/client';
import express from 'express';
import postgres from 'postgres';

const sql = postgres(process.env.DB_URL!);

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await sql`UPDATE items SET title = ${found.title} WHERE id = ${id}`; // sink: database items.title
  const rows = [{ id, body: found.body, kind: 'x' }];
  await sql`INSERT INTO notes ${sql(rows, 'id', 'body')}`; // sink: database notes.body
  await sql`UPDATE ${sql('items')} SET ${sql({ label: found.label }, 'label')} WHERE id = ${id}`; // sink: database items.label
  await sql.unsafe('UPDATE items SET rank = $1 WHERE id = $2', [found.rank, id]); // sink: database items.rank
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/bodies', async (_req, res) => {
  const rows = await sql`SELECT n.body AS text FROM notes n`;
  res.json(rows.map((row) => row.text)); // sink: http GET /bodies
});
app.get('/kinds', async (_req, res) => {
  const rows = await sql`SELECT kind FROM notes`;
  res.json(rows); // ok: the key was not chosen
});
