// What the database itself copies from one column into another is there too: in `INSERT … SELECT`, in `UPDATE … FROM`, in
// what an upsert takes of the row that was to be inserted; and `returning` gives back at once what was inserted.
import { getItem } from '@acme/client';
import { eq, sql } from 'drizzle-orm';
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
  res.json(await db.select({ label: items.label }).from(items)); // sink: http GET /labels
});
app.post('/renamed/:id', async (req, res) => {
  const [row] = await db.update(items).set({ title: 'x' }).where(eq(items.id, 1)).returning();
  res.json(row.title); // ok: what was just written there
});
app.post('/kept/:id', async (req, res) => {
  const title = sql`coalesce(${items.title}, 'x')`;
  const [row] = await db.update(items).set({ title }).where(eq(items.id, 1)).returning();
  res.json(row.title); // sink: http POST /kept/:id
});
app.post('/given/:id', async (req, res) => {
  const other = await getItem(2); // expect: call getItem
  const [row] = await db.update(items).set({ label: other.title }).where(eq(items.id, 1)).returning(); // sink: database items.label_text
  res.write(row.title); // sink: http POST /given/:id
  res.json(row.label); // sink: http POST /given/:id
});
