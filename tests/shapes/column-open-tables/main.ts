// Of a table whose columns come from code that is not here any may be written; one that is written out has no others.
import { getItem } from '@acme/client';
import { common } from 'columns-of-another-package';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text } from 'drizzle-orm/pg-core';
import express from 'express';
import { DataTypes, Sequelize } from 'sequelize';

const sequelize = new Sequelize('');
const Item = sequelize.define('items', common());
const Order = sequelize.define('orders', { ...common(), place: { type: DataTypes.TEXT, field: 'at_place' } });
const own = { title: DataTypes.TEXT };
const Closed = sequelize.define('closed', { ...own, place: DataTypes.TEXT });
const notes = pgTable('notes', { ...common(), body: text('note_body') });
const db = drizzle('');

const app = express();
app.post('/items', async (req, res) => {
  const item = await getItem(req.body.id); // expect: call getItem
  await Item.create({ title: item.title }); // sink: database items.title
  res.end();
});
app.post('/orders', async (req, res) => {
  const item = await getItem(req.body.id); // expect: call getItem
  await Order.create({ title: item.title, place: item.tracks }); // sink: database orders.title ; sink: database orders.at_place
  res.end();
});
app.post('/closed', async (req, res) => {
  const item = await getItem(req.body.id); // expect: call getItem ; reach: contained
  await Closed.create({ other: item.title }); // ok: it has no such column
  res.end();
});
app.post('/notes', async (req, res) => {
  const item = await getItem(req.body.id); // expect: call getItem
  await db.insert(notes).values({ title: item.title, body: item.title }); // sink: database notes.title ; sink: database notes.note_body
  res.end();
});
app.get('/items', async (_req, res) => {
  const rows = await Item.findAll({ attributes: ['title'] });
  res.json(rows); // sink: http GET /items
});
app.get('/items/:id', async (req, res) => {
  const row = await Item.findByPk(req.params.id);
  res.json(row!.title); // sink: http GET /items/:id
});
app.get('/orders', async (_req, res) => {
  const rows = await Order.findAll();
  res.json(rows.map((row: any) => row.title)); // sink: http GET /orders
});
app.get('/closed', async (_req, res) => {
  res.json(await Closed.findAll()); // ok: nothing of an item is written there
});
app.get('/notes', async (_req, res) => {
  const [row] = await db.select().from(notes);
  res.json(row.title); // sink: http GET /notes
});
