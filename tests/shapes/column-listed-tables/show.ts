import { drizzle } from 'drizzle-orm/node-postgres';
import express from 'express';
import { notes, sheets, shelfItems } from './schema';
import { ORDER, OTHERS, TABLES } from './tables';

const db = drizzle(process.env.DATABASE_URL!);
const app = express();
const shelf = shelfItems;
const BOTH = [sheets, shelfItems];
const NEITHER = [sheets, notes];
class Shop {
  private readonly tables = { items: shelfItems, sheets };
  all(kind: string) {
    return db.select().from(this.tables[kind as 'items']);
  }
}
const shop = new Shop();
export function show() {
  app.get('/kind/:kind', async (req, res) => {
    res.json(await db.select().from(TABLES[req.params.kind as 'items'])); // sink: http GET /kind/:kind
  });
  app.get('/number/:number', async (req, res) => {
    res.json(await db.select().from(ORDER[Number(req.params.number)])); // sink: http GET /number/:number
  });
  app.get('/other/:kind', async (req, res) => {
    res.json(await db.select().from(OTHERS[req.params.kind as 'notes']));
  });
  app.get('/alias', async (_req, res) => {
    res.json(await db.select().from(shelf)); // sink: http GET /alias
  });
  app.get('/field/:kind', async (req, res) => {
    res.json(await shop.all(req.params.kind)); // sink: http GET /field/:kind
  });
}
app.get('/chosen/:kind', async (req, res) => {
  const table = req.params.kind === 'items' ? shelfItems : sheets;
  res.json(await db.select().from(table)); // sink: http GET /chosen/:kind
});
app.get('/chosen/other/:kind', async (req, res) => {
  const table = req.params.kind === 'notes' ? notes : sheets;
  res.json([await db.select().from(table), shelfItems.title]);
});
app.get('/local/:kind', async (req, res) => {
  const tables = { items: shelfItems, sheets };
  res.json(await db.select().from(tables[req.params.kind as 'items'])); // sink: http GET /local/:kind
});
app.get('/each', async (_req, res) => {
  res.json(await Promise.all(BOTH.map((table) => db.select().from(table)))); // sink: http GET /each
});
app.get('/each/other', async (_req, res) => {
  res.json(await Promise.all(NEITHER.map((table) => db.select().from(table))));
});
app.get('/one/by/one', async (_req, res) => {
  const found: unknown[] = [];
  for (const table of [sheets, shelfItems]) found.push(...(await db.select().from(table)));
  res.json(found); // sink: http GET /one/by/one
});
