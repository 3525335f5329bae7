// What one cache keeps under its prefix another one of the same map does not find.
import { getItem } from '@acme/client';
import express from 'express';
import { cacheOf, makeCache, slotOf, useSlot } from './cache';
const app = express();
const items = cacheOf('items');
const notes = cacheOf('notes');
app.post('/items/:k', async (req, res) => {
  items.put(req.params.k, await getItem(1)); // expect: call getItem
  res.end();
});
app.get('/items/:k', (req, res) => {
  res.json(items.get(req.params.k)); // sink: http GET /items/:k ; proven: http GET /items/:k
});
app.get('/notes/:k', (req, res) => {
  res.json(notes.get(req.params.k)); // ok: another prefix
});
app.get('/again', (req, res) => {
  res.json(cacheOf('items').get('x')); // sink: http GET /again ; proven: http GET /again
});
app.get('/other', (req, res) => {
  res.json(cacheOf('other').get('x')); // ok: another prefix
});

const one = slotOf('one');
const two = slotOf('two');
app.post('/one', async (req, res) => {
  one.fill(await getItem(2)); // expect: call getItem
  res.end();
});
app.get('/one', (req, res) => {
  res.json(one.look()); // sink: http GET /one ; proven: http GET /one
});
app.get('/two', (req, res) => {
  res.json(two.look()); // ok: the other slot
});

const made = makeCache({ prefix: 'made' });
const none = makeCache({ prefix: 'none' });
app.post('/made', async (req, res) => {
  made.put('x', await getItem(3)); // expect: call getItem
  res.end();
});
app.get('/made', (req, res) => {
  res.json(made.get('x')); // sink: http GET /made ; proven: http GET /made
});
app.get('/none', (req, res) => {
  res.json(none.get('x')); // ok: another prefix
});

const [fill, look] = useSlot('first');
const [, lookAside] = useSlot('second');
app.post('/first', async (req, res) => {
  fill(await getItem(4)); // expect: call getItem
  res.end();
});
app.get('/first', (req, res) => {
  res.json(look()); // sink: http GET /first ; proven: http GET /first
});
app.get('/second', (req, res) => {
  res.json(lookAside()); // ok: the other slot
});
