// Code of which nothing is known calls a function and gives its answer back in a shape of its own: `{ data, error }`.
// What is read from it may hold the answer at any depth, and only where the answer's own part is read.
import { findItems, getItem } from '@acme/client';
import express from 'express';
import { action, run } from 'wrapping';

const app = express();

app.get('/wrapped', async (req, res) => {
  const result = await run(async () => {
    const item = await getItem(1); // expect: call getItem ; reach: renders
    return { title: item.title, count: 1 };
  });
  res.json(result.data.title); // sink: http GET /wrapped
});

app.get('/other', async (req, res) => {
  const result = await run(async () => {
    const items = await findItems('x'); // expect: call findItems ; reach: contained
    console.error('nothing of it'); // ok: nothing of it
    return { items, count: 1 };
  });
  res.json(result.data.count); // ok: another part of the answer
});

const loaded = action(async () => {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  return { title: item.title };
});

app.get('/called', async (req, res) => {
  const result = await loaded();
  if (result?.data) res.json({ title: result.data.title }); // sink: http GET /called
});

const whole = action(async (id: number) => getItem(id)); // expect: call getItem ; reach: renders

const own = <T>(run: T) => run;
const plain = own(async (id: number) => getItem(id)); // expect: call getItem ; reach: renders

const bare = async (id: number) => getItem(id); // expect: call getItem ; reach: renders
const either = process.env.BARE ? bare : action(bare);

app.get('/whole', async (req, res) => {
  res.json((await whole(3)).title); // sink: http GET /whole ; possible: http GET /whole
});

app.get('/plain', async (req, res) => {
  res.json((await plain(3)).title); // sink: http GET /plain ; proven: http GET /plain
});

app.get('/either', async (req, res) => {
  res.json((await either(3)).title); // sink: http GET /either ; proven: http GET /either
});
