import { drizzle } from 'drizzle-orm/node-postgres';
import express from 'express';
import { toldNotes } from './schema';
import { KINDS, of, tableOf } from './tables';

const db = drizzle(process.env.DATABASE_URL!);
const app = express();
class Shop {
  private kind(wide: boolean) {
    return wide ? tableOf('items') : toldNotes;
  }
  all(wide: boolean) {
    return db.select().from(this.kind(wide));
  }
}
async function copy(kind: string) {
  const rows = await db.select().from(tableOf(kind));
  await db.update(tableOf(kind)).set({ note: rows[0].title }); // sink: database told_items.note ; sink: database told_notes.note ; ok: each has what is read of its own table
}
export function show() {
  app.get('/items', async (_req, res) => {
    res.json(await db.select().from(tableOf('items'))); // sink: http GET /items ; proven: http GET /items
  });
  app.get('/rest', async (_req, res) => {
    res.json(await db.select({ title: KINDS.get('rest')!.title }).from(KINDS.get('rest')!)); // sink: http GET /rest ; proven: http GET /rest
  });
  app.get('/map/:kind', async (req, res) => {
    res.json(await db.select().from(KINDS.get(req.params.kind)!)); // sink: http GET /map/:kind ; possible: http GET /map/:kind
  });
  app.get('/of/:kind', async (req, res) => {
    res.json(await db.select().from(of(req.params.kind))); // sink: http GET /of/:kind ; possible: http GET /of/:kind
  });
  app.get('/shop', async (req, res) => {
    res.json(await new Shop().all(req.query.wide === '1')); // sink: http GET /shop ; possible: http GET /shop
  });
  app.post('/copy/:kind', async (req, res) => {
    await copy(req.params.kind);
    res.end();
  });
}
