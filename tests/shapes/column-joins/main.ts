// Joins by other names, and calls that take rows away: knex, Kysely and Sequelize.
import { getItem } from '@acme/client';
import express from 'express';
import knex from 'knex';
import { Kysely } from 'kysely';
import { DataTypes, Op, Sequelize } from 'sequelize';

const db = knex({ client: 'pg', connection: process.env.DB_URL });
const typed = new Kysely<any>({} as any);
const sequelize = new Sequelize(process.env.DB_URL!);
const Item = sequelize.define('items', { title: DataTypes.TEXT, note: DataTypes.TEXT });

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await db('items').where({ id }).update({ title: found.title }); // sink: database items.title
  await db('items').where({ note: 'gone' }).del(); // ok: nothing of it says which rows
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/left', async (_req, res) => {
  const rows = await db('notes').leftJoin('items', 'items.id', 'notes.item').select('items.title');
  res.json(rows); // sink: http GET /left
});
app.get('/full', async (_req, res) => {
  const rows = await db('notes').fullOuterJoin('items', 'items.id', 'notes.item').select('items.title as shown');
  res.json(rows.map((row) => row.shown)); // sink: http GET /full
});
app.get('/typed', async (_req, res) => {
  const rows = await typed.selectFrom('notes as n').leftJoin('items as i', 'i.id', 'n.item').select('i.title').execute();
  res.json(rows); // sink: http GET /typed
});
app.get('/named', async (_req, res) => {
  res.json(await Item.findAll({ where: { id: { [Op.in]: [1, 2] } } })); // sink: http GET /named
});
app.get('/asked', async (_req, res) => {
  const [rows] = await sequelize.query('SELECT title FROM items');
  res.json(rows); // sink: http GET /asked
});
app.get('/notes', async (_req, res) => {
  const rows = await db('notes').rightJoin('items', 'items.id', 'notes.item').select('notes.body');
  res.json(rows); // ok: the columns of the other table
});
app.get('/count', async (_req, res) => {
  res.json({ count: await Item.count({ where: { id: { [Op.eq]: 1 } } }) }); // ok: how many there are
});
