// A function that is given a table, or a column, reads what each of its calls gives; so does an object that is made with it.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express from 'express';
import { Base, Lister, db, list, page, pick, twice } from './queries';
import * as schema from './schema';
import { items, notes } from './schema';

const app = express();
app.post('/kept', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  await db.update(items).set({ image: item.title }).where(eq(items.id, 1)); // sink: database items.image
  res.json({ ok: true });
});
app.get('/column', async (_req, res) => {
  res.json(await pick(items.image)); // sink: http GET /column ; proven: http GET /column
});
app.get('/column/own', async (_req, res) => {
  res.json(await pick(items.own)); // ok: another column
});
app.get('/page', async (_req, res) => {
  res.json(await page(items, { limit: 3 })); // sink: http GET /page ; proven: http GET /page
});
app.get('/page/notes', async (_req, res) => {
  res.json(await page(notes, { limit: 3 })); // ok: another table
});
app.get('/twice', async (_req, res) => {
  res.json(await twice(items)); // sink: http GET /twice
});
app.get('/twice/notes', async (_req, res) => {
  res.json(await twice(notes)); // ok: another table
});
app.get('/list', async (_req, res) => {
  res.json(await list({ table: items, where: eq(items.id, 1) })); // sink: http GET /list
});
app.get('/list/notes', async (_req, res) => {
  res.json(await list({ table: notes })); // ok: another table
});

class Items extends Base<typeof items> {
  constructor() {
    super(items);
  }
}
class Notes extends Base<typeof notes> {
  constructor() {
    super(notes);
  }
}
const known = new Items();
const others = new Notes();
app.get('/known', async (_req, res) => {
  res.json(await known.byId(1)); // sink: http GET /known
});
app.get('/known/notes', async (_req, res) => {
  res.json(await others.byId(1)); // ok: another table
});
const lister = new Lister(schema.items);
const second = new Lister(schema.notes);
app.get('/lister', async (_req, res) => {
  res.json(await lister.list()); // sink: http GET /lister
});
app.get('/lister/notes', async (_req, res) => {
  res.json(await second.list()); // ok: another table
});
