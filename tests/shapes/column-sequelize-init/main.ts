// Models that are declared where they are used, by `init` and by `define`.
import { getItem } from '@acme/client';
import express from 'express';
import { DataTypes, Model, Sequelize } from 'sequelize';

const sequelize = new Sequelize(process.env.DB_URL!);
class Item extends Model {}
Item.init(
  { title: { type: DataTypes.STRING, field: 'title_text' }, label: DataTypes.STRING },
  { sequelize, tableName: 'items' }
);
const Note = sequelize.define('notes', { body: DataTypes.STRING, n: DataTypes.INTEGER });

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await Item.update({ title: found.title }, { where: { id } }); // sink: database items.title_text
  await Note.create({ body: found.body }); // sink: database notes.body
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/items', async (_req, res) => {
  res.json(await Item.findAll()); // sink: http GET /items
});
app.get('/labels', async (_req, res) => {
  res.json(await Item.findAll({ attributes: ['label'] })); // ok: another column
});
app.get('/note', async (_req, res) => {
  res.json(await Note.findOne({ raw: true })); // sink: http GET /note
});
