// A client sends two values: a check of the row that one of them names says nothing about an access by the other one.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items } from './schema';

const app = express();
const load = async () => db.select().from(items);
const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];

app.get('/named/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  if (row.withheld) return;
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
});
app.get('/named/:id/:of', async (req, res) => {
  const row = await one(Number(req.params.of));
  if (row.withheld) return;
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
app.get('/asked/:id', async (req, res) => {
  const row = await one(Number(req.query.id));
  if (row.withheld) return;
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
app.get('/found/:id/:of', async (req, res) => {
  const id = Number(req.params.id), of = Number(req.params.of);
  const rows = await load();
  const row = rows.find((one) => one.id === of);
  const other = rows.find((one) => one.id === id);
  if (row?.withheld) return;
  await getItem(id); // expect: call getItem ; gate: none
  if (other?.withheld) return;
  res.json(await getItem(id)); // expect: call getItem ; gate: guard
});
app.get('/first/:id', async (req, res) => {
  const rows = await load();
  if (rows[0].withheld) return;
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: none
});
app.get('/set/:id/:of', async (req, res) => {
  const id = Number(req.params.id), of = Number(req.params.of);
  const hidden = new Set((await load()).filter((row) => row.withheld).map((row) => row.id));
  if (hidden.has(of)) return;
  await getItem(id); // expect: call getItem ; gate: none
  if (hidden.has(id)) return;
  res.json(await getItem(id)); // expect: call getItem ; gate: guard
});
app.get('/either/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  if (row.withheld) return;
  await getItem(Number(req.query.id ?? req.params.id)); // expect: call getItem ; gate: none
  await getItem(req.query.id ? Number(req.query.id) : row.id); // expect: call getItem ; gate: none
  await getItem(Number(req.params.id ?? 0)); // expect: call getItem ; gate: guard
  await getItem(`${req.params.id}:${req.query.lang}`); // expect: call getItem ; gate: guard
});
app.get('/written/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  if (row.withheld) return;
  await getItem(row.remote!); // expect: call getItem ; gate: guard
  const asked = { ...row, ...req.body };
  await getItem(asked.remote); // expect: call getItem ; gate: none
});
async function requireOpen(id: number) {
  if ((await one(id)).withheld) throw new Error('withheld');
}
app.get('/required/:id/:of', async (req, res) => {
  await requireOpen(Number(req.params.of));
  await getItem(Number(req.params.id)); // expect: call getItem ; gate: none
  await requireOpen(Number(req.params.id));
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; gate: guard
});
app.get('/other/:id', async (req, res) => {
  let id = Number(req.params.id);
  const row = await one(id);
  if (row.withheld) return;
  id = Number(req.query.of);
  res.json(await getItem(id)); // expect: call getItem ; gate: none
});
app.put('/loaded/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  if (row.withheld) return;
  const links = await fetch(`https://links.example/${req.params.id}`).then((answer) => answer.json());
  for (const link of links) await getItem(link.item); // expect: call getItem ; gate: guard
});
app.post('/several', async (req, res) => {
  const first = await one(req.body.ids[0]);
  if (first.withheld) return;
  for (const id of req.body.ids) await getItem(id); // expect: call getItem ; gate: none
  for (const id of req.body.ids) {
    const row = await one(id);
    if (row.withheld) return;
    await getItem(id); // expect: call getItem ; gate: guard
  }
});
app.get('/both/:id/:of', async (req, res) => {
  const [row, other] = await Promise.all([one(Number(req.params.id)), one(Number(req.params.of))]);
  if (other.withheld) return;
  await getItem(row.remote!); // expect: call getItem ; gate: none
  await getItem(other.remote!); // expect: call getItem ; gate: guard
});
app.get('/by-name', async (req, res) => {
  const asked = new URL(req.url, 'http://own.example').searchParams;
  const row = await one(Number(asked.get('of')));
  if (row.withheld) return;
  await getItem(Number(asked.get('id'))); // expect: call getItem ; gate: none
  await getItem(Number(asked.get('of'))); // expect: call getItem ; gate: guard
});
