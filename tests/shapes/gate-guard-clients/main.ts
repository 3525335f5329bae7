// A check of a row is one of the row of the access where both ask by the same value, in whatever way a client says that.
import { getItem } from '@acme/client';
import { PrismaClient } from '@prisma/client';
import express from 'express';
import knex from 'knex';
import { Kysely, PostgresDialect } from 'kysely';
import { DataSource } from 'typeorm';
import { Item } from './entity';

const app = express();
const prisma = new PrismaClient();
const db = knex({ client: 'pg', connection: process.env.DB_URL });
const kys = new Kysely<any>({ dialect: new PostgresDialect({} as any) });
const source = new DataSource({ type: 'postgres', url: process.env.DB_URL });
const repo = source.getRepository(Item);

app.get('/a/:id/:of', async (req, res) => {
  const id = Number(req.params.id), of = Number(req.params.of);
  const own = await prisma.item.findUnique({ where: { id } });
  const other = await prisma.item.findUnique({ where: { id: of } });
  if (other!.withheld) return;
  await getItem(own!.remote); // expect: call getItem ; gate: none
  if (own!.withheld) return;
  await getItem(own!.remote); // expect: call getItem ; gate: guard
});
app.get('/a2/:id', async (req, res) => {
  const id = Number(req.params.id);
  const own = await prisma.item.findUnique({ where: { id } });
  const flag = await prisma.item.findUnique({ where: { id }, select: { withheld: true } });
  if (flag!.withheld) return;
  await getItem(own!.remote); // expect: call getItem ; gate: guard
});
app.get('/b/:id/:of', async (req, res) => {
  const id = Number(req.params.id), of = Number(req.params.of);
  const own = await db('items').where({ id }).first();
  const other = await db('items').where('id', of).first();
  if (other.withheld) return;
  await getItem(own.remote); // expect: call getItem ; gate: none
  if (own.withheld) return;
  await getItem(own.remote); // expect: call getItem ; gate: guard
});
app.get('/b2/:id', async (req, res) => {
  const id = Number(req.params.id);
  const own = await db('items').where({ id }).first();
  const flag = await db('items').where('id', id).first('withheld');
  if (flag.withheld) return;
  await getItem(own.remote); // expect: call getItem ; gate: guard
});
app.get('/c/:id/:of', async (req, res) => {
  const id = Number(req.params.id), of = Number(req.params.of);
  const own = await kys.selectFrom('items').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const other = await kys.selectFrom('items').selectAll().where('id', '=', of).executeTakeFirstOrThrow();
  if (other.withheld) return;
  await getItem(own.remote); // expect: call getItem ; gate: none
  if (own.withheld) return;
  await getItem(own.remote); // expect: call getItem ; gate: guard
});
app.get('/c2/:id', async (req, res) => {
  const id = Number(req.params.id);
  const own = await kys.selectFrom('items').select(['remote']).where('id', '=', id).executeTakeFirstOrThrow();
  const flag = await kys.selectFrom('items').select(['withheld']).where('id', '=', id).executeTakeFirstOrThrow();
  if (flag.withheld) return;
  await getItem(own.remote); // expect: call getItem ; gate: guard
});
app.get('/d/:id/:of', async (req, res) => {
  const id = Number(req.params.id), of = Number(req.params.of);
  const own = await repo.findOneByOrFail({ id });
  const other = await repo.findOneByOrFail({ id: of });
  if (other.withheld) return;
  await getItem(own.remote); // expect: call getItem ; gate: none
  if (own.withheld) return;
  await getItem(own.remote); // expect: call getItem ; gate: guard
});
app.get('/d2/:id', async (req, res) => {
  const id = Number(req.params.id);
  const own = await repo.findOneOrFail({ where: { id } });
  const flag = await repo.findOneOrFail({ where: { id }, select: ['withheld'] });
  if (flag.withheld) return;
  await getItem(own.remote); // expect: call getItem ; gate: guard
});
app.get('/e/:id/:of', async (req, res) => {
  const id = Number(req.params.id), of = Number(req.params.of);
  const row = await prisma.item.findUnique({ where: { id: of } });
  if (row!.withheld) return;
  await getItem(id); // expect: call getItem ; gate: none
});
app.get('/e2/:id', async (req, res) => {
  const id = Number(req.params.id);
  const row = await prisma.item.findUnique({ where: { id } });
  if (row?.withheld) return;
  await getItem(id); // expect: call getItem ; gate: guard
});
app.get('/e3/:id', async (req, res) => {
  const id = Number(req.params.id);
  const row = await prisma.item.findFirst({ where: { id, withheld: false } });
  if (!row) return;
  await getItem(id); // expect: call getItem ; gate: guard
});
app.get('/e4/:id', async (req, res) => {
  const id = Number(req.params.id);
  const n = await prisma.item.count({ where: { id, withheld: true } });
  if (n > 0) return;
  await getItem(id); // expect: call getItem
});
app.get('/f/:id', async (req, res) => {
  const id = Number(req.params.id);
  const row = await repo.findOneBy({ id, withheld: false });
  if (!row) return;
  await getItem(id); // expect: call getItem ; gate: guard
});
app.get('/g/:id', async (req, res) => {
  const id = Number(req.params.id);
  const row = await db('items').where({ id, withheld: false }).first();
  if (!row) return;
  await getItem(id); // expect: call getItem ; gate: guard
});
app.get('/h', async (req, res) => {
  const hidden = (await db('items').where('withheld', true).select('id')).map((r) => r.id);
  for (const id of req.body.ids) if (!hidden.includes(id)) await getItem(id); // expect: call getItem ; gate: guard
  const shown = (await db('items').where('withheld', false).select('id')).map((r) => r.id);
  for (const id of req.body.ids) if (!shown.includes(id)) await getItem(id); // expect: call getItem ; gate: none
  for (const id of req.body.ids) if (shown.includes(id)) await getItem(id); // expect: call getItem ; gate: guard
  const some = (await db('items').where('withheld', true).where('title', 'x').select('id')).map((r) => r.id);
  for (const id of req.body.ids) if (!some.includes(id)) await getItem(id); // expect: call getItem ; gate: none
  const few = await db('items').where('withheld', true).limit(3).pluck('id');
  for (const id of req.body.ids) if (!few.includes(id)) await getItem(id); // expect: call getItem ; gate: none
});
app.get('/i', async (req, res) => {
  const hidden = (await kys.selectFrom('items').select('id').where('withheld', '=', true).execute()).map((r) => r.id);
  for (const id of req.body.ids) if (!hidden.includes(id)) await getItem(id); // expect: call getItem ; gate: guard
  const hidden2 = (await kys.selectFrom('items').select('id').where('withheld', '=', true).limit(10).execute()).map((r) => r.id);
  for (const id of req.body.ids) if (!hidden2.includes(id)) await getItem(id); // expect: call getItem ; gate: none
});
