// A method of a base class on what a subclass gives; a getter; the fields of one instance are its own.
import { getItem } from '@acme/client';
import express from 'express';

abstract class Loader<T> {
  protected kept: T | null = null;
  abstract fetch(id: number): Promise<T>;
  async load(id: number) {
    this.kept = await this.fetch(id);
  }
  get value() {
    return this.kept;
  }
}
class Items extends Loader<unknown> {
  async fetch(id: number) {
    return getItem(id); // expect: call getItem ; reach: renders
  }
}
class Numbers extends Loader<number> {
  async fetch(id: number) {
    return id + 1;
  }
}
const items = new Items();
const numbers = new Numbers();

const app = express();
app.get('/items', async (_req, res) => {
  await items.load(1);
  res.json(items.value); // sink: http GET /items
});
app.get('/numbers', async (_req, res) => {
  await numbers.load(1);
  res.json(numbers.value); // ok: another subclass
});
