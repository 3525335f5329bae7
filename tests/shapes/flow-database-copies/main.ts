// What the database itself copies from one column into another is there too: in `INSERT … SELECT`, in `UPDATE … FROM`, in
// what an upsert takes of the row that was to be inserted; and `returning` gives back at once what was inserted.
import { getItem } from '@acme/client';
import { sql } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items, notes } from './schema';

const app = express();
app.post('/note/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem
  const [row] = await db
    .insert(notes)
    .values({ itemId: 1, body: item.title }) // sink: database notes.body
    .returning({ text: notes.body, item: notes.itemId });
  res.write(String(row.item)); // ok: another column of the row
  res.json(row.text); // sink: http POST /note/:id
});
app.post('/copy', async (_req, res) => {
  await db.execute(sql`UPDATE shop.items AS i SET title = n.body FROM notes n WHERE n.item_id = i.id`); // sink: database items.title
  await db.execute(sql`INSERT INTO shop.items (id, label_text) SELECT item_id, item_id FROM notes`); // ok: another column
  res.sendStatus(204);
});
app.get('/titles', async (_req, res) => {
  res.json(await db.select({ title: items.title }).from(items)); // sink: http GET /titles
});
app.get('/labels', async (_req, res) => {
  res.json(await db.select({ label: items.label }).from(items)); // ok: what is copied there is nothing of it
});
