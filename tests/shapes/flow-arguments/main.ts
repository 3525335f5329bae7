// Which parameter an argument is for: behind a spread, in a rest, in `arguments`, behind the texts of a template's tag.
import { findItems, getItem } from '@acme/client';
import express from 'express';

const app = express();
const second = (_first: unknown, it: unknown) => it;
const secondOf = (...all: unknown[]) => all[1];
function asked() {
  return arguments[1];
}
const tag = (_texts: TemplateStringsArray, _first: unknown, it: unknown) => it;
const texts = (parts: TemplateStringsArray, ..._values: unknown[]) => parts.join('');

app.get('/spread', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem
  const [last, first] = [[1, item], [item, 1]] as [unknown, unknown][];
  res.json(second(...last)); // sink: http GET /spread
  res.json(second(...first)); // ok: the argument before
});
app.get('/rest', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem
  res.json(secondOf(1, item)); // sink: http GET /rest
  res.json(secondOf(item, 1)); // ok: the argument before
});
app.get('/asked', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem
  res.json((asked as any)(1, item)); // sink: http GET /asked
  res.json((asked as any)(item, 1)); // ok: the argument before
});
app.get('/tag', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem
  res.json(tag`a ${1} b ${item}`); // sink: http GET /tag
  res.json(tag`a ${item} b ${1}`); // ok: the value before
  res.json(texts`a ${item}`); // ok: the texts alone
});
app.get('/applied', async (_req, res) => {
  const found = await findItems('x'); // expect: call findItems
  const given: unknown[] = [];
  given.push(1);
  given.push(found);
  res.json(second.apply(null, given as any)); // sink: http GET /applied
});
