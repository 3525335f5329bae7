// lodash: lists that are sorted, grouped and merged hold what they held; a function that is held back is called.
import { getItem } from '@acme/client';
import express from 'express';
import { chunk, debounce, forEach, groupBy, merge, range, sortBy, uniqBy, uniqueId } from 'lodash';

const load = () => getItem(1); // expect: call getItem
const app = express();

app.get('/sorted', async (_req, res) => {
  res.json(sortBy(uniqBy([await load()], 'code'), 'title')); // sink: http GET /sorted
});
app.get('/grouped', async (_req, res) => {
  const groups = groupBy([await load()], (one) => one.kind);
  res.json(groups); // sink: http GET /grouped
});
app.get('/pieces', async (_req, res) => {
  res.json(chunk([(await load()).title], 2)[0]); // sink: http GET /pieces
});
app.get('/merged', async (_req, res) => {
  res.json(merge({ none: true }, await load())); // sink: http GET /merged
});
app.get('/each', async (_req, res) => {
  forEach([await load()], (one) => res.write(one.title)); // sink: http GET /each
  res.end();
});
const tell = debounce((title: string) => console.log(title), 50); // sink: log
app.get('/told', async (_req, res) => {
  tell((await load()).title);
  res.sendStatus(204);
});

app.get('/numbers', async (_req, res) => {
  await load();
  res.json({ ids: range(3), id: uniqueId() }); // ok: numbers of our own
});
app.get('/others', async (_req, res) => {
  const found = await load();
  forEach([found], () => res.write('one')); // ok: how many there are
  res.end();
});
