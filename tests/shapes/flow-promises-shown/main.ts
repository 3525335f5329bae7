// A promise that nobody waits for before it is written as JSON gives `{}`; by the same ways with `await` the value comes.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
async function titleOf(id: number) {
  return (await getItem(id)).title; // expect: call getItem ; reach: renders
}
async function held() {
  return { item: getItem(2) }; // expect: call getItem
}

app.get('/member', async (_req, res) => {
  const title = getItem(3).then((item) => item.title); // expect: call getItem
  res.json({ title }); // sink: http GET /member ; possible: http GET /member
});
app.get('/member/awaited', async (_req, res) => {
  const title = getItem(4).then((item) => item.title); // expect: call getItem
  res.json({ title: await title }); // sink: http GET /member/awaited ; proven: http GET /member/awaited
});
app.get('/told', (_req, res) => {
  getItem(5).then((item) => res.json({ item })); // expect: call getItem ; sink: http GET /told ; proven: http GET /told
});
app.get('/text', async (_req, res) => {
  res.send(JSON.stringify([titleOf(6)])); // sink: http GET /text ; possible: http GET /text
});
app.get('/text/awaited', async (_req, res) => {
  res.send(JSON.stringify([await titleOf(7)])); // sink: http GET /text/awaited ; proven: http GET /text/awaited
});
app.get('/inside', async (_req, res) => {
  res.json(await held()); // sink: http GET /inside ; possible: http GET /inside
});
app.get('/inside/awaited', async (_req, res) => {
  const both = await held();
  res.json({ item: await both.item }); // sink: http GET /inside/awaited ; proven: http GET /inside/awaited
});
app.get('/each', async (_req, res) => {
  const titles = [8, 9].map(async (id) => (await getItem(id)).title); // expect: call getItem
  res.json(titles); // sink: http GET /each ; possible: http GET /each
});
app.get('/each/awaited', async (_req, res) => {
  const titles = [8, 9].map(async (id) => (await getItem(id)).title); // expect: call getItem
  res.json(await Promise.all(titles)); // sink: http GET /each/awaited ; proven: http GET /each/awaited
});
app.get('/loop', async (_req, res) => {
  for await (const item of [getItem(10)]) res.write(item.title); // expect: call getItem ; sink: http GET /loop ; proven: http GET /loop
  res.end();
});
