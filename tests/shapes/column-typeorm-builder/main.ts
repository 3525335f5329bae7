// Query builders that become updates, inserts and selects; the manager with its entities.
import { getItem } from '@acme/client';
import express from 'express';
import { Column, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('items')
export class Item {
  @PrimaryGeneratedColumn() id: number;
  @Column({ name: 'title_text' }) title: string;
  @Column() label: string;
  @Column() note: string;
}
const source = new DataSource({ type: 'postgres', url: process.env.DB_URL });

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem
  await source.createQueryBuilder().update(Item).set({ title: found.title }).where('id = :id', { id }).execute(); // sink: database items.title_text
  await source.createQueryBuilder().insert().into(Item).values([{ label: found.label }]).execute(); // sink: database items.label
  await source.manager.save(Item, { note: found.note }); // sink: database items.note
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/items', async (_req, res) => {
  const rows = await source.getRepository(Item).createQueryBuilder('i').where('i.id = 1').getMany();
  res.json(rows.map((row) => row.title)); // sink: http GET /items
});
app.get('/ids', async (_req, res) => {
  res.json(await source.getRepository(Item).createQueryBuilder('i').select(['i.id']).getMany()); // ok: another column
});
app.get('/notes', async (_req, res) => {
  const rows = await source.manager.find(Item, { where: { id: 1 } });
  res.json(rows[0].note); // sink: http GET /notes
});
app.get('/page', async (_req, res) => {
  const [rows, count] = await source.getRepository(Item).findAndCount({ where: { id: 1 } });
  if (count === 2) res.json(count); // ok: how many there are
  res.json(rows.map((row) => row.title)); // sink: http GET /page
});
app.get('/count', async (_req, res) => {
  res.json(await source.getRepository(Item).count({ where: { id: 1 } })); // ok: how many there are
});
