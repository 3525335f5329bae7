// A TypeORM repository writes and reads the columns of its entity.
import { getItem } from '@acme/client';
import express from 'express';
import { DataSource } from 'typeorm';
import { Item } from './entity';

const source = new DataSource({ type: 'postgres', url: process.env.DB_URL });
const repository = source.getRepository(Item);

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await repository.update(id, { title: found.title }); // sink: database items.title_text
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/items', async (_req, res) => {
  const rows = await repository.find();
  res.json(rows.map((row) => row.title)); // sink: http GET /items
});
