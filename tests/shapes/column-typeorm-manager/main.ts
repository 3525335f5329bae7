// TypeORM: an entity manager is told the entity; one row is found, saved or removed.
import { getItem } from '@acme/client';
import express from 'express';
import { DataSource } from 'typeorm';
import { Item } from './entity';

const source = new DataSource({ type: 'postgres', url: process.env.DB_URL });
const manager = source.manager;
const items = source.getRepository(Item);

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await manager.save(Item, { id, title: found.title }); // sink: database items.title_text
  await manager.update(Item, id, { title: found.kind }); // sink: database items.title_text
  await items.save({ id, title: found.code }); // sink: database items.title_text
  await items.update(id, { title: 'none' }); // ok: a text of its own
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/one', async (_req, res) => {
  const row = await items.findOneBy({ id: 1 });
  res.json(row?.title); // sink: http GET /one
});
app.get('/sure', async (_req, res) => {
  res.json(await items.findOneOrFail({ where: { id: 1 } })); // sink: http GET /sure
});
app.get('/managed', async (_req, res) => {
  const rows = await manager.find(Item);
  res.json(rows.map((row) => row.title)); // sink: http GET /managed
});
app.get('/managed/one', async (_req, res) => {
  const row = await manager.findOneBy(Item, { id: 1 });
  res.json({ title: row?.title }); // sink: http GET /managed/one
});
app.get('/managed/count', async (_req, res) => {
  const [rows] = await manager.findAndCount(Item, { select: { title: true } });
  res.json(rows); // sink: http GET /managed/count
});
app.get('/given', async (_req, res) => {
  const rows = await manager.createQueryBuilder(Item, 'i').getMany();
  res.json(rows); // sink: http GET /given
});
app.get('/within', async (_req, res) => {
  const row = await source.transaction(async (inner) => inner.findOneBy(Item, { id: 1 }));
  res.json(row?.title); // sink: http GET /within
});
app.get('/ids', async (_req, res) => {
  res.json(await manager.find(Item, { select: { id: true } })); // ok: another column
});
app.get('/known', async (_req, res) => {
  res.json({ known: await items.countBy({ id: 1 }) }); // ok: how many there are
});
