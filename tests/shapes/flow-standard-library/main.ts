// What the language's own functions give of what they are given, and what they only tell of it.
import { getItem } from '@acme/client';
import express from 'express';

const load = () => getItem(1); // expect: call getItem
const app = express();

app.get('/lists', async (_req, res) => {
  const { title, code } = await load();
  const all = ['first'].concat(title).flat().with(0, 'none');
  res.json(all); // sink: http GET /lists
});
app.get('/filled', async (_req, res) => {
  const { title } = await load();
  res.json(new Array(3).fill(title)); // sink: http GET /filled
});
app.get('/groups', async (_req, res) => {
  const found = await load();
  res.json(Object.groupBy([found], (one) => one.kind)); // sink: http GET /groups
});
app.get('/any', async (_req, res) => {
  res.json(await Promise.any([load(), load()]).finally(() => undefined)); // sink: http GET /any
});
app.get('/put', async (_req, res) => {
  const found = await load();
  const shown: { title?: string } = {};
  Reflect.set(shown, 'title', found.title);
  res.json(shown); // sink: http GET /put
});
app.get('/defined', async (_req, res) => {
  const found = await load();
  const shown = Object.defineProperty({}, 'title', { value: found.title, enumerable: true });
  res.json(shown); // sink: http GET /defined
});
app.get('/weak', async (_req, res) => {
  const held = new WeakRef(await load());
  res.json(held.deref()); // sink: http GET /weak
});
app.get('/texts', async (_req, res) => {
  const { title } = await load();
  res.send(Buffer.from(title.padStart(10).concat('!'))); // sink: http GET /texts
});
app.get('/matched', async (_req, res) => {
  const { title } = await load();
  res.send(/\w+/.exec(title)?.[0]); // sink: http GET /matched
});
app.get('/later', async (_req, res) => {
  const { title } = await load();
  queueMicrotask(() => res.send(title)); // sink: http GET /later
});
app.get('/stepped', async (_req, res) => {
  const { title } = await load();
  res.send([title].values().next().value); // sink: http GET /stepped
});
app.get('/errors', async (_req, res) => {
  const { title } = await load();
  res.send(new AggregateError([], title).message); // sink: http GET /errors
});

// good twins: another part, another object, or nothing of what was given
app.get('/own', async (_req, res) => {
  await load();
  res.json([1, 2].concat(3).fill(0)); // ok: numbers of our own
});
app.get('/positions', async (_req, res) => {
  const { title } = await load();
  res.json([...[title].keys()].map((at) => at + 1)); // ok: where it stands is no part of it
});
app.get('/times', async (_req, res) => {
  await load();
  res.json({ at: Date.now(), token: Math.random(), size: new WeakRef({}).deref() }); // ok: nothing of it
});
app.get('/described', async (_req, res) => {
  const { title } = await load();
  res.json(Symbol(title).description); // sink: http GET /described ; possible: http GET /described
});
app.get('/described/otherwise', async (_req, res) => {
  await load();
  res.json(Symbol('title').description); // ok: a text of our own
});
