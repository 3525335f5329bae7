// Methods that are put on the prototype of a function are those of what `new` makes of it, and of nothing else.
import { getItem } from '@acme/client';
import express from 'express';

function Catalog(this: any, base: string) {
  this.base = base;
  this.last = null;
}
Catalog.prototype.fetch = async function (id: number) {
  const item = await getItem(id); // expect: call getItem ; reach: renders
  return this.kept(item);
};
Catalog.prototype.kept = function (item: any) {
  this.last = item.title;
  return item;
};
Catalog.prototype.latest = function () {
  return this.last;
};
Catalog.prototype.where = function () {
  return this.base;
};

function Notes(this: any) {
  this.last = null;
}
Object.assign(Notes.prototype, {
  latest() {
    return (this as any).last;
  },
});

const catalog = new (Catalog as any)('/items');
const notes = new (Notes as any)();
const app = express();
app.get('/items/:id', async (req, res) => {
  res.json(await catalog.fetch(Number(req.params.id))); // sink: http GET /items/:id
});
app.get('/latest', (req, res) => {
  res.json(catalog.latest()); // sink: http GET /latest
});
app.get('/where', (req, res) => {
  res.json(catalog.where()); // ok: the base is no item
});
app.get('/notes', (req, res) => {
  res.json(notes.latest()); // ok: of another function
});
