// Statements that are prepared and run elsewhere; libsql gives its rows in an answer.
import { getItem } from '@acme/client';
import { createClient } from '@libsql/client';
import Database from 'better-sqlite3';
import express from 'express';

const db = new Database(process.env.DB_FILE!);
const put = db.prepare('UPDATE items SET title = ? WHERE id = ?');
const note = db.prepare('INSERT OR REPLACE INTO notes (id, body) VALUES (@id, @body)');
const turso = createClient({ url: process.env.TURSO_URL! });

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  put.run(found.title, id); // sink: database items.title
  note.run({ id, body: found.body }); // sink: database notes.body
  await turso.execute({ sql: 'UPDATE venues SET name = ?', args: [found.name] }); // sink: database venues.name
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/titles', (_req, res) => {
  res.json(db.prepare('SELECT title FROM items').all()); // sink: http GET /titles
});
app.get('/note', (_req, res) => {
  const row: any = db.prepare('SELECT id, body FROM notes').get();
  res.json(row.body); // sink: http GET /note
});
app.get('/ids', (_req, res) => {
  const row: any = db.prepare('SELECT id, body FROM notes').get();
  res.json(row.id); // ok: another column
});
app.get('/venues', async (_req, res) => {
  const { rows } = await turso.execute('SELECT name FROM venues');
  res.json(rows); // sink: http GET /venues
});
