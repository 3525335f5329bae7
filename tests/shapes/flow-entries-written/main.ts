// Entries that are written out, and members that are named by a text, are told apart as members are.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
app.get('/map', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  const parts = new Map([['title', item.title], ['note', 'x']]);
  res.json(parts.get('title')); // sink: http GET /map ; proven: http GET /map
});
app.get('/map/other', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: contained
  const parts = new Map([['title', item.title], ['note', 'x']]);
  res.json(parts.get('note')); // ok: the other one
});
app.get('/map/all', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  const parts = new Map([['title', item.title], ['note', 'x']]);
  res.json([...parts.values()]); // sink: http GET /map/all ; proven: http GET /map/all
});
app.get('/chain', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: renders
  const parts = new Map().set('title', item.title).set('note', 'x');
  res.json(parts.get('title')); // sink: http GET /chain ; proven: http GET /chain
});
app.get('/chain/other', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: contained
  const parts = new Map().set('title', item.title).set('note', 'x');
  res.json(parts.get('note')); // ok: the other one
});
app.get('/object', async (_req, res) => {
  const item = await getItem(6); // expect: call getItem ; reach: renders
  const parts = Object.fromEntries([['title', item.title], ['note', 'x']]);
  res.json(parts.title); // sink: http GET /object ; proven: http GET /object
});
app.get('/object/other', async (_req, res) => {
  const item = await getItem(7); // expect: call getItem ; reach: contained
  const parts = Object.fromEntries([['title', item.title], ['note', 'x']]);
  res.json(parts.note); // ok: the other one
});
app.get('/reflect', async (_req, res) => {
  const item = await getItem(8); // expect: call getItem ; reach: renders
  res.json(Reflect.get({ title: item.title, note: 'x' }, 'title')); // sink: http GET /reflect ; proven: http GET /reflect
});
app.get('/reflect/other', async (_req, res) => {
  const item = await getItem(9); // expect: call getItem ; reach: contained
  res.json(Reflect.get({ title: item.title, note: 'x' }, 'note')); // ok: the other one
});
app.get('/reflect/set', async (_req, res) => {
  const item = await getItem(10); // expect: call getItem ; reach: renders
  const row = { note: 'x' };
  Reflect.set(row, 'title', item.title);
  res.json(row); // sink: http GET /reflect/set ; proven: http GET /reflect/set
});
app.get('/reflect/overwritten', async (_req, res) => {
  const item = await getItem(11); // expect: call getItem ; reach: contained
  const row = { title: item.title };
  Reflect.set(row, 'title', 'x');
  res.json(row); // ok: the title is gone
});
