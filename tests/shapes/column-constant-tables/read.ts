// The name of the table stands in few lines of this file.
import express from 'express';
import knex from 'knex';
import { sql } from 'drizzle-orm';
import { db } from './db';
import * as names from './index';
import { Column, FROZEN, LISTED, Names, OTHER, QUALIFIED, Statements, TABLES as NAMES, Table, tableOf } from './index';

const k = knex({ client: 'pg' });
const OWN = ['id', 'title'];
export const read = express.Router();
read.get('/object', async (_req, res) => {
  res.json(await db.execute(sql`SELECT title FROM ${sql.raw(NAMES.one)}`)); // sink: http GET /object
});
read.get('/frozen', async (_req, res) => {
  res.json(await db.execute(sql`SELECT title FROM ${sql.raw(FROZEN.one)}`)); // sink: http GET /frozen
});
read.get('/enum', async (_req, res) => {
  res.json(await db.execute(sql`SELECT title FROM ${sql.raw(Table.One)}`)); // sink: http GET /enum
});
read.get('/static', async (_req, res) => {
  res.json(await db.execute(sql`SELECT title FROM ${sql.raw(Names.ONE)}`)); // sink: http GET /static
});
read.get('/qualified', async (_req, res) => {
  res.json(await db.execute(sql`SELECT * FROM ${sql.raw(QUALIFIED)}`)); // sink: http GET /qualified
});
read.get('/function', async (_req, res) => {
  res.json(await db.execute(sql`SELECT title FROM ${sql.raw(tableOf('one'))}`)); // sink: http GET /function
});
read.get('/each', async (_req, res) => {
  for (const one of LISTED) res.write(String(await db.execute(sql`SELECT title FROM ${sql.raw(one)}`))); // sink: http GET /each
});
read.get('/values', async (_req, res) => {
  for (const one of Object.values(NAMES)) res.write(String(await db.execute(sql`SELECT title FROM ${sql.raw(one)}`))); // sink: http GET /values
});
read.get('/knex', async (_req, res) => {
  res.json(await k(NAMES.one).where('id', 1)); // sink: http GET /knex
});
read.get('/joined', async (_req, res) => {
  res.json(await db.execute(sql.raw(['SELECT title', 'FROM ' + NAMES.one].join('\n')))); // sink: http GET /joined
});
read.get('/replaced', async (_req, res) => {
  res.json(await db.execute('SELECT title FROM __table__'.replace('__table__', NAMES.one))); // sink: http GET /replaced
});
read.get('/columns', async (_req, res) => {
  res.json(await db.execute(sql`SELECT ${sql.raw(names.COLUMNS.join(', '))} FROM items`)); // sink: http GET /columns
});
read.get('/own', async (_req, res) => {
  res.json(await db.execute(sql`SELECT ${sql.raw(OWN.join(', '))} FROM items`)); // sink: http GET /own
});
read.get('/column', async (_req, res) => {
  res.json(await db.execute(`SELECT ${Column.Title} FROM items`)); // sink: http GET /column
});
read.get('/statement', async (_req, res) => {
  res.json(await db.execute(Statements.titles)); // sink: http GET /statement
});
read.get('/statements', async (_req, res) => {
  res.json(await db.execute(Statements.all())); // sink: http GET /statements
});
read.get('/numbers', async (_req, res) => {
  res.json(await db.execute(sql`SELECT ${sql.raw(names.NUMBERS.join(', '))} FROM items`)); // ok: other columns
});
read.get('/years', async (_req, res) => {
  res.json(await db.execute(Statements.years)); // ok: another column
});
read.get('/other', async (_req, res) => {
  res.json(await db.execute(sql`SELECT title FROM ${sql.raw(OTHER)}`)); // ok: another table
});
read.get('/frozen-other', async (_req, res) => {
  res.json(await db.execute(sql`SELECT title FROM ${sql.raw(FROZEN.two)}`)); // ok: another table
});
read.get('/enum-other', async (_req, res) => {
  res.json(await db.execute(sql`SELECT * FROM ${sql.raw(Table.Two)}`)); // ok: another table
});
read.get('/static-other', async (_req, res) => {
  res.json(await db.execute(sql`SELECT title FROM ${sql.raw(Names.TWO)}`)); // ok: another table
});
read.get('/knex-other', async (_req, res) => {
  res.json(await k(NAMES.two).where('id', 1)); // ok: another table
});
read.get('/joined-other', async (_req, res) => {
  res.json(await db.execute(sql.raw(['SELECT title', 'FROM ' + OTHER].join(' ')))); // ok: another table
});
read.get('/replaced-other', async (_req, res) => {
  res.json(await db.execute('SELECT title FROM items_table'.replace('items_table', OTHER))); // ok: another table
});
