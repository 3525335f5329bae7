// What is asked is not the row's flag any more: something else was put in its place. Beside each a twin that still asks for
// the flag.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items } from './schema';

type Row = typeof items.$inferSelect;
const app = express();
const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];

app.get('/name/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  let hidden: boolean | null = row.withheld;
  if (hidden) return;
  await getItem(row.remote!); // expect: call getItem ; gate: guard
  hidden = false;
  if (hidden) return;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
});
app.get('/name-first/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  let hidden: boolean | null = row.withheld;
  hidden = false;
  if (hidden) return;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: none
});
app.get('/member/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  if (req.query.all) row.withheld = false;
  if (row.withheld) return;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: none
});
app.get('/member-later/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  if (row.withheld) return;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
  row.withheld = false;
});
app.get('/member-default/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  row.withheld = row.withheld ?? false;
  if (row.withheld) return;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
});
function clear(row: Row) {
  row.withheld = false;
}
app.get('/member-by-call/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  clear(row);
  if (row.withheld) return;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: none
});
app.get('/rounds', async (req, res) => {
  for (const row of await db.select().from(items)) {
    row.withheld &&= !req.query.all;
    if (row.withheld) continue;
    await getItem(row.remote!); // expect: call getItem ; gate: none
  }
});
app.get('/spread/:id', async (req, res) => {
  const shown = { ...(await one(Number(req.params.id))), withheld: false };
  if (shown.withheld) return;
  await getItem(shown.remote!); // expect: call getItem ; gate: none
  const row = { withheld: false, ...(await one(Number(req.params.id))) };
  if (row.withheld) return;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
});
const told = (row: Row) => ({ remote: row.remote, withheld: row.withheld ?? false, open: row.withheld ? false : true });
app.get('/told/:id', async (req, res) => {
  const row = told(await one(Number(req.params.id)));
  if (row.withheld) return;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
});
app.get('/told-open/:id', async (req, res) => {
  const row = told(await one(Number(req.params.id)));
  if (!row.open) return;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
});

app.get('/merged/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  Object.assign(row, { withheld: false });
  if (row.withheld) return;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: none
});
app.get('/merged-of/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  Object.assign(row, req.query);
  if (row.withheld) return;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: none
});
app.get('/merged-other/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  Object.assign(row, { title: 'x' });
  if (row.withheld) return;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
});
app.get('/deleted/:id', async (req, res) => {
  const row: Partial<Row> = await one(Number(req.params.id));
  delete row.withheld;
  if (row.withheld) return;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: none
});
app.get('/deleted-other/:id', async (req, res) => {
  const row: Partial<Row> = await one(Number(req.params.id));
  delete row.title;
  if (row.withheld) return;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
});
app.get('/deleted-later/:id', async (req, res) => {
  const row: Partial<Row> = await one(Number(req.params.id));
  if (row.withheld) return;
  delete row.withheld;
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
});
