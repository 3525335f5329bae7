import { drizzle } from 'drizzle-orm/node-postgres';
import express from 'express';
import { ORDER, OTHERS, TABLES } from './tables';

const db = drizzle(process.env.DATABASE_URL!);
const app = express();
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
}
