// sequelize-typescript: decorators say which columns a class has; what its methods find are objects of the class.
import { getItem } from '@acme/client';
import express from 'express';
import { BelongsTo, Column, DataType, Default, Model, Table } from 'sequelize-typescript';

class Kept extends Model {}

@Table({ tableName: 'items', modelName: 'item' })
class Item extends Kept {
  @Column(DataType.STRING) title: string;
  @Column({ field: 'label_text' }) label: string;
  @Default('none')
  @Column
  note: string;
  @Column(DataType.INTEGER) key: number;
  get fresh() { // escape: unresolved-call
    return getItem(this.key); // expect: call getItem ; reach: renders
  }
  get stale() { // escape: unresolved-call
    return getItem(this.key + 1); // expect: call getItem ; reach: escapes
  }
}

@Table
class Part extends Kept {
  @Column name: string;
  @BelongsTo(() => Item, 'itemId') item: Item;
}

export async function store(id: number) {
  const found = await getItem(id); // expect: call getItem ; reach: renders
  await Item.update({ label: found.title }, { where: { id } }); // sink: database items.label_text
  await Item.create({ title: 'none', note: found.title }); // sink: database items.note
}
export async function change(id: number) {
  const found = await getItem(id); // expect: call getItem ; reach: renders
  const item = await Item.findByPk(id);
  await item!.update({ title: found.title }); // sink: database items.title
}
export async function save(id: number) {
  const found = await getItem(id); // expect: call getItem ; reach: escapes
  const item = await Item.findOne({ where: { id } });
  item!.note = found.title;
  await item!.save(); // escape: unmodelled-code
}

const app = express();
app.post('/store/:id', async (req, res) => {
  await store(Number(req.params.id));
  await change(Number(req.params.id));
  await save(Number(req.params.id));
  res.sendStatus(204);
});
app.get('/labels', async (_req, res) => {
  res.json(await Item.findAll({ attributes: ['label'] })); // sink: http GET /labels
});
app.get('/notes', async (_req, res) => {
  const items = await Item.findAll();
  res.json(items.map((one) => one.note)); // sink: http GET /notes
});
app.get('/titles', async (_req, res) => {
  const item = await Item.findByPk(3);
  res.json(item!.title); // sink: http GET /titles
});
app.get('/fresh/:id', async (req, res) => {
  const item = await Item.findByPk(req.params.id);
  res.json(await item!.fresh); // sink: http GET /fresh/:id
});
app.get('/part/:id', async (req, res) => {
  const part = await Part.findByPk(req.params.id, { include: [Item] });
  res.json(await part!.item.fresh); // sink: http GET /part/:id
});
app.get('/keys', async (_req, res) => {
  res.json(await Item.findAll({ attributes: ['key'] })); // ok: another column
});
