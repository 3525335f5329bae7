// lodash and its like by names: only the members that a text names are taken, or all but these; an iteratee may be one.
import { getItem } from '@acme/client';
import express from 'express';
import _ from 'lodash';
import { keyBy, map, mapValues, sumBy } from 'lodash';
import cloneDeep from 'lodash/cloneDeep';
import { omit as without, pick as only } from 'remeda';

const load = async (id: number) => ({ secret: (await getItem(id)).secret, code: 'none', title: 'none' }); // expect: call getItem
const whole = (id: number) => getItem(id); // expect: call getItem
const app = express();

app.get('/picked', async (_req, res) => {
  res.json(_.pick(await load(1), ['secret', 'title'])); // proven: http GET /picked ; sink: http GET /picked
});
app.get('/named', async (_req, res) => {
  res.json(_.pick(await load(1), 'code', 'secret')); // proven: http GET /named ; sink: http GET /named
});
app.get('/left', async (_req, res) => {
  res.json(without(await load(1), ['title'])); // proven: http GET /left ; sink: http GET /left
});
app.get('/asked/:names', async (req, res) => {
  res.json(_.pick(await load(1), req.params.names.split(','))); // possible: http GET /asked/:names ; sink: http GET /asked/:names
});
app.get('/got', async (_req, res) => {
  res.send(_.get(await load(1), 'secret')); // proven: http GET /got ; sink: http GET /got
});
app.get('/listed', async (_req, res) => {
  res.json(map([await load(1)], 'secret')); // proven: http GET /listed ; sink: http GET /listed
});
app.get('/summed', async (_req, res) => {
  res.json(sumBy([await load(1)], (one) => one.secret)); // proven: http GET /summed ; sink: http GET /summed
});
app.get('/keyed', async (_req, res) => {
  const found = keyBy([await load(1)], 'code');
  res.json(mapValues(found, 'secret')); // proven: http GET /keyed ; sink: http GET /keyed
});
app.get('/cloned', async (_req, res) => {
  res.json(cloneDeep(await whole(1))); // proven: http GET /cloned ; sink: http GET /cloned
});
app.get('/put', async (_req, res) => {
  const shown = { deep: { title: '', other: '' } };
  _.set(shown, 'deep.title', (await whole(1)).title);
  res.json(shown.deep); // proven: http GET /put ; sink: http GET /put
});

// good twins: other members, and what a function makes of them
app.get('/others', async (_req, res) => {
  const found = await load(2);
  res.json(_.pick(found, ['code', 'title'])); // ok: other members
});
app.get('/but', async (_req, res) => {
  res.json(_.omit(await load(2), ['secret'])); // ok: all but that
});
app.get('/but/remeda', async (_req, res) => {
  res.json(without(await load(2), ['secret', 'code'])); // ok: all but that
});
app.get('/only', async (_req, res) => {
  res.json(only(await load(2), ['code'])); // ok: another member
});
app.get('/titles', async (_req, res) => {
  res.json(map([await load(2)], (one) => one.title)); // ok: another member
});
app.get('/titles/named', async (_req, res) => {
  res.json(map([await load(2)], 'title')); // ok: another member
});
app.get('/others/put', async (_req, res) => {
  const shown = { deep: { title: '', other: '' } };
  _.set(shown, 'deep.title', (await whole(2)).title);
  res.json(shown.deep.other); // ok: another member
});
app.get('/others/got', async (_req, res) => {
  res.send(_.get(await load(2), 'title')); // ok: another member
});
