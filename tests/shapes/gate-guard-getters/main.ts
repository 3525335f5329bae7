// A check asks a getter of an object that was made of the row.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items } from './schema';

type Row = typeof items.$inferSelect;
const app = express();
const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];

class Album {
  constructor(private readonly row: Row) {}
  get hidden() {
    return this.row.withheld;
  }
  get open() {
    return !this.row.withheld;
  }
  get remote() {
    return this.row.remote!;
  }
  isHidden() {
    return this.row.withheld;
  }
  static isOpen(row: Row) {
    return !row.withheld;
  }
}
app.get('/getter/:id', async (req, res) => {
  const album = new Album(await one(Number(req.params.id)));
  if (album.hidden) return res.sendStatus(404);
  res.json(await getItem(album.remote)); // expect: call getItem ; gate: guard
});
app.get('/getter2/:id', async (req, res) => {
  const album = new Album(await one(Number(req.params.id)));
  if (!album.open) return res.sendStatus(404);
  res.json(await getItem(album.remote)); // expect: call getItem ; gate: guard
});
app.get('/getter3/:id', async (req, res) => {
  const album = new Album(await one(Number(req.params.id)));
  if (album.open) return res.sendStatus(404);
  res.json(await getItem(album.remote)); // expect: call getItem ; gate: none
});
app.get('/getter4/:id', async (req, res) => {
  const album = new Album(await one(Number(req.params.id)));
  if (album.isHidden()) return res.sendStatus(404);
  res.json(await getItem(album.remote)); // expect: call getItem ; gate: guard
});
app.get('/getter5/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  if (!Album.isOpen(row)) return res.sendStatus(404);
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
});
app.get('/getter6/:id/:of', async (req, res) => {
  const album = new Album(await one(Number(req.params.id)));
  const other = new Album(await one(Number(req.params.of)));
  if (other.hidden) return res.sendStatus(404);
  res.json(await getItem(album.remote)); // expect: call getItem ; gate: none
});
const toAlbum = (row: Row) => ({
  id: row.id,
  get hidden() {
    return row.withheld;
  },
});
app.get('/getter7/:id', async (req, res) => {
  const album = toAlbum(await one(Number(req.params.id)));
  if (album.hidden) return res.sendStatus(404);
  res.json(await getItem(album.id)); // expect: call getItem ; gate: guard
});
