// A Sequelize model writes and reads the columns that it was defined with.
import { getItem } from '@acme/client';
import express from 'express';
import { DataTypes, Sequelize } from 'sequelize';

const sequelize = new Sequelize(process.env.DB_URL!);
const Item = sequelize.define('items', { title: DataTypes.TEXT, kind: { type: DataTypes.TEXT, field: 'item_kind' } });

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await Item.update({ kind: found.kind }, { where: { id } }); // sink: database items.item_kind
  await Item.create({ title: found.title }); // sink: database items.title
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/items', async (_req, res) => {
  const rows = await Item.findAll({ attributes: ['kind'] });
  res.json(rows); // sink: http GET /items
});
