// A union inside of a type argument says nothing against the type: a map of `A | null` has the methods of a map, and
// what stands under its keys is not what it holds. A union of two types is either.
import { getItem } from '@acme/client';
import express from 'express';

interface Shelf {
  put(value: unknown): unknown;
}
class Kept implements Shelf {
  put = (value: unknown) => value;
}
class Dropped implements Shelf {
  put = (_value: unknown) => null;
}
const app = express();
const under = (found: Map<string, number | null>, name: string) => found.get(name) ?? null;
const all = (names: Array<string | null>) => names.map((name) => name);
const put = (shelf: Kept | Dropped, value: unknown) => shelf.put(value);

app.get('/ids', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: contained
  const ids = new Map<string, number | null>(item.names.map((name: string) => [name, null]));
  res.json(under(ids, 'a')); // ok: the names are keys
});
app.get('/by-name', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  res.json(under(new Map([['a', item.id]]), 'a')); // sink: http GET /by-name
});
app.get('/names', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  res.json(all(item.names)); // sink: http GET /names
});
app.get('/either', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: renders
  res.json(put(item.id > 1 ? new Kept() : new Dropped(), item.title)); // sink: http GET /either
});
