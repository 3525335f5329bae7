// Rows by their key, a page of rows with their number, rows that are written together.
import { getItem } from '@acme/client';
import express from 'express';
import { DataTypes, Sequelize } from 'sequelize';

const sequelize = new Sequelize(process.env.DB_URL!);
const Item = sequelize.define('items', { title: DataTypes.TEXT, kind: DataTypes.TEXT, note: DataTypes.TEXT });

const app = express();
app.post('/store/:id', async (req, res) => {
  const found = await getItem(Number(req.params.id)); // expect: call getItem
  await Item.bulkCreate([{ kind: found.kind, note: 'new' }]); // sink: database items.kind
  res.sendStatus(204);
});
app.get('/items/:id', async (req, res) => {
  res.json(await Item.findByPk(req.params.id, { attributes: ['kind'] })); // sink: http GET /items/:id
});
app.get('/items', async (_req, res) => {
  const { rows, count } = await Item.findAndCountAll({ attributes: ['kind'] });
  res.json(rows); // sink: http GET /items
  console.log(count); // ok: a number
});
app.get('/notes', async (_req, res) => {
  res.json(await Item.findByPk(1, { attributes: ['note'] })); // ok: another column
});
