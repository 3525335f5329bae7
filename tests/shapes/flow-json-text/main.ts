// What is asked of a text that holds it.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
const textOf = (value: unknown) => JSON.stringify({ value });
app.get('/slice', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.send(JSON.stringify({ item }).slice(0, 10)); // sink: http GET /slice
});
app.get('/includes', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: decides
  res.send(textOf(item).includes('x')); // sink: http GET /includes
});
app.get('/first', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.send(textOf(item)[0]); // sink: http GET /first
});
app.get('/bytes', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: decides
  res.json(Buffer.byteLength(textOf(item))); // sink: http GET /bytes
});
app.get('/length', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: decides
  res.json(textOf(item).length); // sink: http GET /length
});
app.get('/equal', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: decides
  res.json(textOf(item) === 'a'); // sink: http GET /equal
});
app.get('/lines', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  for (const char of textOf(item)) res.write(char); // sink: http GET /lines
});
app.get('/parsed', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  const back = JSON.parse(textOf(item));
  console.log(back.other); // ok: another member
  res.send(back.value); // sink: http GET /parsed ; proven: http GET /parsed
});
app.get('/member', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: contained
  const held: any = { item };
  res.json(held.length); // ok: an object has none
});
app.get('/limit', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: decides
  if (JSON.stringify({ item }).length > 100) { // sink: control
    console.log('long');
  }
  res.json('ok');
});

// what is written of it: the members that a list names, or what a function makes of each
const kept = ['id', 'title'];
app.get('/named', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.send(JSON.stringify([{ id: 1, title: item.title }], kept)); // possible: http GET /named ; sink: http GET /named
});
app.get('/not-named', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: contained
  res.send(JSON.stringify([{ id: 1, code: item.title }], ['id', 'title'])); // ok: another member
});
app.get('/replaced', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.send(JSON.stringify({ item }, (key, value) => (key === 'item' ? undefined : value))); // possible: http GET /replaced ; sink: http GET /replaced
});
app.get('/indented', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.send(JSON.stringify({ item }, null, 2)); // proven: http GET /indented ; sink: http GET /indented
});
