// A method that is an arrow function in a field writes into the object that it was made in: whoever reads the field gets it.
import { getItem } from '@acme/client';
import express from 'express';

class Box {
  item: { title: string } | undefined;
  other: { title: string } | undefined;

  load = async (id: number) => {
    this.item = await getItem(id); // expect: call getItem ; reach: renders
  };
  shown = () => `${this.item?.title}`;
}

const box = new Box();
const app = express();
app.get('/item', async (_req, res) => {
  await box.load(1);
  res.json(box.item); // sink: http GET /item
});
app.get('/shown', (_req, res) => {
  res.json({ shown: box.shown() }); // sink: http GET /shown
});
app.get('/other', (_req, res) => {
  const { other } = box;
  res.json(other); // ok: another field
});
app.get('/taken', (_req, res) => {
  const { item } = box;
  res.json(item); // sink: http GET /taken
});
