// Lists that are longer than most: of tables, handlers, routes and addresses none is left out, and none is added.
import { getItem } from '@acme/client';
import express from 'express';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text } from 'drizzle-orm/pg-core';

const db = drizzle(process.env.DATABASE_URL!);
const app = express();
const a = pgTable('a', { title: text('title') });
const b = pgTable('b', { title: text('title') });
const c = pgTable('c', { title: text('title') });
const d = pgTable('d', { title: text('title') });
const e = pgTable('e', { title: text('title') });
const f = pgTable('f', { title: text('title') });
const g = pgTable('g', { title: text('title') });
const h = pgTable('h', { title: text('title') });
const i = pgTable('i', { title: text('title') });
const j = pgTable('j', { title: text('title') });
const k = pgTable('k', { title: text('title') });
const l = pgTable('l', { title: text('title') });
const m = pgTable('m', { title: text('title') });
const z = pgTable('z', { title: text('title') });
const TABLES = [a, b, c, d, e, f, g, h, i, j, k, l, m];
app.post('/store', async (req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  for (const table of TABLES) await db.insert(table).values({ title: item.title }); // sink: database a.title ; sink: database b.title ; sink: database c.title ; sink: database d.title ; sink: database e.title ; sink: database f.title ; sink: database g.title ; sink: database h.title ; sink: database i.title ; sink: database j.title ; sink: database k.title ; sink: database l.title ; sink: database m.title
  res.end();
});
app.get('/m', async (_req, res) => {
  res.json(await db.select().from(m)); // sink: http GET /m
});
app.get('/z', async (_req, res) => {
  res.json(await db.select().from(z)); // ok: none of the tables
});

type Handler = (item: { title: string }, res: express.Response) => void;
const handlers: Record<string, Handler> = {
  h0: (item) => void item.title.at(0),
  h1: (item) => void item.title.at(1),
  h2: (item) => void item.title.at(2),
  h3: (item) => void item.title.at(3),
  h4: (item) => void item.title.at(4),
  h5: (item) => void item.title.at(5),
  h6: (item) => void item.title.at(6),
  h7: (item) => void item.title.at(7),
  h8: (item) => void item.title.at(8),
  h9: (item) => void item.title.at(9),
  h10: (item) => void item.title.at(10),
  h11: (item) => void item.title.at(11),
  h12: (item) => void item.title.at(12),
  h13: (item) => void item.title.at(13),
  h14: (item) => void item.title.at(14),
  h15: (item) => void item.title.at(15),
  h16: (item) => void item.title.at(16),
  h17: (item) => void item.title.at(17),
  h18: (item) => void item.title.at(18),
  h19: (item) => void item.title.at(19),
  h20: (item) => void item.title.at(20),
  h21: (item) => void item.title.at(21),
  h22: (item) => void item.title.at(22),
  h23: (item) => void item.title.at(23),
  h24: (item) => void item.title.at(24),
  last: (item, res) => res.json(item), // sink: http GET /handlers/:kind
};
app.get('/handlers/:kind', async (req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  handlers[req.params.kind](item, res);
});

const ROUTES = ['/r0', '/r1', '/r2', '/r3', '/r4', '/r5', '/r6', '/r7', '/r8', '/r9'];
for (const path of ROUTES) {
  app.get(path, async (_req, res) => {
    const item = await getItem(3); // expect: call getItem ; reach: renders
    res.json(item); // sink: http GET /r0 ; sink: http GET /r1 ; sink: http GET /r2 ; sink: http GET /r3 ; sink: http GET /r4 ; sink: http GET /r5 ; sink: http GET /r6 ; sink: http GET /r7 ; sink: http GET /r8 ; sink: http GET /r9
  });
}

export async function warm() {
  for (const path of ROUTES) await fetch(`${process.env.ACME_URL}${path}`); // expect: request GET /r0 ; expect: request GET /r1 ; expect: request GET /r2 ; expect: request GET /r3 ; expect: request GET /r4 ; expect: request GET /r5 ; expect: request GET /r6 ; expect: request GET /r7 ; expect: request GET /r8 ; expect: request GET /r9
}
