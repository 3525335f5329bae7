// Columns that are selected by a text each, under another name, or as all but some.
import { getItem } from '@acme/client';
import express from 'express';
import { DataTypes, Model, Sequelize } from 'sequelize';
import { Column, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('notes')
export class Note {
  @PrimaryGeneratedColumn() id: number;
  @Column() body: string;
  @Column() other: string;
}
const source = new DataSource({ type: 'postgres', url: process.env.DB_URL });
const notes = source.getRepository(Note);

const sequelize = new Sequelize('postgres://db');
class Page extends Model {}
Page.init({ text: DataTypes.STRING, code: DataTypes.STRING }, { sequelize, tableName: 'pages' });

const app = express();
app.post('/store', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  await notes.save({ body: item.title }); // sink: database notes.body
  await Page.create({ text: item.title }); // sink: database pages.text
  res.sendStatus(204);
});

app.get('/one', async (_req, res) => {
  res.json(await notes.createQueryBuilder('n').select('n.body').getMany()); // proven: http GET /one ; sink: http GET /one
});
app.get('/added', async (_req, res) => {
  res.json(await notes.createQueryBuilder('n').select('n.id').addSelect('n.body').getMany()); // proven: http GET /added ; sink: http GET /added
});
app.get('/whole', async (_req, res) => {
  res.json(await notes.createQueryBuilder('n').select('n').getMany()); // proven: http GET /whole ; sink: http GET /whole
});
app.get('/labelled', async (_req, res) => {
  const pages: any[] = await Page.findAll({ attributes: ['id', ['text', 'label']] });
  res.json(pages.map((page) => page.label)); // proven: http GET /labelled ; sink: http GET /labelled
});
app.get('/more', async (_req, res) => {
  res.json(await Page.findAll({ attributes: { include: [['text', 'label']] } })); // proven: http GET /more ; sink: http GET /more
});
app.get('/but-code', async (_req, res) => {
  res.json(await Page.findAll({ attributes: { exclude: ['code'] } })); // proven: http GET /but-code ; sink: http GET /but-code
});

// good twins: other columns
app.get('/other', async (_req, res) => {
  res.json(await notes.createQueryBuilder('n').select('n.id').addSelect('n.other').getMany()); // ok: another column
});
app.get('/labelled/other', async (_req, res) => {
  res.json(await Page.findAll({ attributes: [['code', 'text']] })); // ok: another column under that name
});
app.get('/but-text', async (_req, res) => {
  res.json(await Page.findAll({ attributes: { exclude: ['text'] } })); // ok: left out
});
