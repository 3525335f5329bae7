// Statements as text: a table by a raw name, VALUES from a joined list, EXCLUDED, a constant that overwrites.
import { getItem } from '@acme/client';
import { sql } from 'drizzle-orm';
import express from 'express';
import { db } from './db';

const SCHEMA = (process.env.SHOP_SCHEMA || 'shop').replace(/"/g, '""');
const ITEMS = sql.raw(`"${SCHEMA}"."items"`);

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await db.execute(sql`INSERT INTO ${ITEMS} (id, title) VALUES (${id}, ${found.title}) ON CONFLICT (id) DO UPDATE SET title = EXCLUDED.title`); // sink: database items.title
  const values = found.parts.map((part: any) => sql`(${part.id}::int, ${part.name}::text)`);
  await db.execute(sql`UPDATE ${ITEMS} AS i SET label_text = COALESCE(v.name, i.label_text) FROM (VALUES ${sql.join(values, sql`, `)}) AS v(id, name) WHERE i.id = v.id`); // sink: database items.label_text
  await db.execute(sql`UPDATE ${ITEMS} SET checked_at = NOW() WHERE id = ${id}`); // ok: writes no part of the result
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/names', async (_req, res) => {
  const rows = await db.execute(sql`SELECT id, coalesce(i.label_text, 'none') AS name FROM ${ITEMS} i`);
  res.json(rows); // sink: http GET /names
});
app.get('/times', async (_req, res) => {
  const rows = await db.execute(sql`SELECT checked_at FROM ${ITEMS}`);
  res.json(rows); // ok: another column
});
