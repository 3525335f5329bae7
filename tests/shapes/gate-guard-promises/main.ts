// Checks that throw, given to others: to promises that are waited for together, to `then`, to a method that calls them for
// each row. Beside each a twin in which nobody waits, or another row is checked.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import express from 'express';
import { db } from './db';
import { items } from './schema';

type Row = typeof items.$inferSelect;
const app = express();
const load = async () => db.select().from(items);
const one = async (id: number) => (await db.select().from(items).where(eq(items.id, id)).limit(1))[0];

async function ensureAllowed(row: Row) {
  if (row.withheld) throw new Error('withheld');
}
function checked(row: Row) {
  if (row.withheld) throw new Error('withheld');
  return row;
}
async function audit(row: Row) {
  console.log(row.id);
}
app.get('/all1/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  await Promise.all([ensureAllowed(row), audit(row)]);
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
});
app.get('/all2/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  await Promise.allSettled([ensureAllowed(row), audit(row)]);
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: none
});
app.get('/all3/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  void Promise.all([ensureAllowed(row), audit(row)]);
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: none
});
app.get('/all4/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  const [item] = await Promise.all([getItem(row.remote!), ensureAllowed(row)]); // expect: call getItem ; gate: none
  res.json(item);
});
app.get('/all5/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  await Promise.any([ensureAllowed(row), audit(row)]);
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: none
});
app.get('/all6', async (req, res) => {
  const rows = await load();
  await Promise.all(rows.map(ensureAllowed));
  for (const row of rows) await getItem(row.remote!); // expect: call getItem ; gate: guard
});
app.get('/all7', async (req, res) => {
  const rows = await load();
  rows.forEach(checked);
  for (const row of rows) await getItem(row.remote!); // expect: call getItem ; gate: guard
});
app.get('/chain1/:id', async (req, res) => {
  const row = await one(Number(req.params.id)).then(checked);
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
});
app.get('/chain2/:id', async (req, res) => {
  res.json(await getItem(checked(await one(Number(req.params.id))).remote!)); // expect: call getItem ; gate: guard
});
app.get('/chain3/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  res.json(await ensureAllowed(row).then(() => getItem(row.remote!))); // expect: call getItem ; gate: guard
});
app.get('/chain4/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  res.json(await ensureAllowed(row).catch(() => undefined).then(() => getItem(row.remote!))); // expect: call getItem ; gate: none
});
app.get('/chain5/:id', async (req, res) => {
  const row = checked(await one(Number(req.params.id)));
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
});
app.get('/chain6/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  await ensureAllowed(row).catch(() => undefined);
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: none
});
app.get('/chain7/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  ensureAllowed(row);
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: none
});
app.get('/chain8/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  try {
    await ensureAllowed(row);
  } catch {
    console.warn('withheld');
  }
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: none
});
app.get('/chain9/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  res.json(await getItem(req.query.x ? checked(row).remote! : row.remote!)); // expect: call getItem ; gate: none
});
app.get('/chain10/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  res.json(await getItem((await ensureAllowed(row), row.remote!))); // expect: call getItem ; gate: guard
});
app.get('/all8/:id', async (req, res) => {
  const row = await one(Number(req.params.id));
  const checks = [ensureAllowed(row), audit(row)];
  await Promise.all(checks);
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: guard
});
app.get('/all9', async (req, res) => {
  const rows = await load();
  rows.forEach(ensureAllowed);
  for (const row of rows) await getItem(row.remote!); // expect: call getItem ; gate: none
});
app.get('/all10/:id/:of', async (req, res) => {
  const row = await one(Number(req.params.id));
  const other = await one(Number(req.params.of));
  await Promise.all([ensureAllowed(other), audit(row)]);
  res.json(await getItem(row.remote!)); // expect: call getItem ; gate: none
});
app.get('/all11', async (req, res) => {
  const rows = await load();
  await Promise.all(rows.slice(0, 3).map(ensureAllowed));
  for (const row of rows) await getItem(row.remote!); // expect: call getItem ; gate: none
});
