// How many there are decides what is counted; patterns, positions and separators decide what a text gives.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
app.get('/count', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: decides
  let count = 0;
  for (const track of item.tracks) count += 1;
  res.json({ count }); // sink: http GET /count
});
app.get('/marked', async (_req, res) => {
  const item = await getItem(21); // expect: call getItem ; reach: decides
  const marks: object[] = [];
  for (const track of item.tracks) marks.push({ kind: 'track' });
  res.json(marks); // sink: http GET /marked
});
app.get('/each', async (_req, res) => {
  const item = await getItem(22); // expect: call getItem ; reach: contained
  const lists: string[][] = [];
  for (const track of item.tracks) {
    const marks: string[] = [];
    marks.push('track');
    lists[0] = marks;
  }
  res.json({ each: lists.length > 5 }); // ok: each round has a list of its own
});
app.get('/after', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: contained
  for (const track of item.tracks) console.info('x');
  res.json({ after: true }); // ok: the loop is over
});
app.get('/cut', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: decides
  res.json('a-b-c'.replace(item.title, '+')); // sink: http GET /cut
});
app.get('/split', async (_req, res) => {
  const item = await getItem(6); // expect: call getItem ; reach: decides
  res.json('a-b-c'.split(item.title)); // sink: http GET /split
});
app.get('/first', async (_req, res) => {
  const item = await getItem(7); // expect: call getItem ; reach: decides
  res.json([1, 2, 3].slice(0, item.id)); // sink: http GET /first
});
app.get('/fits', async (_req, res) => {
  const item = await getItem(8); // expect: call getItem ; reach: decides
  res.json(new RegExp(item.title).test('abc')); // sink: http GET /fits
});
app.get('/mapped', async (_req, res) => {
  const item = await getItem(9); // expect: call getItem ; reach: decides
  res.json(item.tracks.map(() => 'x')); // sink: http GET /mapped ; proven: http GET /mapped
});
app.get('/kept', async (_req, res) => {
  const item = await getItem(10); // expect: call getItem ; reach: decides
  const kept = item.tracks.filter((track) => track.seen);
  res.json(await Promise.all(kept.map(async () => ({ ok: true })))); // sink: http GET /kept ; proven: http GET /kept
});
app.get('/summed', async (_req, res) => {
  const item = await getItem(11); // expect: call getItem ; reach: decides
  res.json(item.tracks.reduce((count: number) => count + 1, 0)); // sink: http GET /summed ; proven: http GET /summed
});
app.get('/two', async (_req, res) => {
  const item = await getItem(12); // expect: call getItem ; reach: contained
  const both = [item.title, 'b'];
  res.json({ marks: both.map(() => 'x'), two: both.length }); // ok: always two
});
app.get('/saved', async (_req, res) => {
  const item = await getItem(13); // expect: call getItem ; reach: contained
  await Promise.all(item.tracks.map(async () => undefined));
  res.json({ ok: true }); // ok: nobody asks how many there were
});
app.get('/called', async (_req, res) => {
  const item = await getItem(14); // expect: call getItem ; reach: decides
  let count = 0;
  item.tracks.forEach(() => count++);
  res.json({ count }); // sink: http GET /called ; proven: http GET /called
});
app.get('/called/marks', async (_req, res) => {
  const item = await getItem(15); // expect: call getItem ; reach: decides
  const marks: string[] = [];
  item.discs.forEach((disc) => disc.tracks.map(() => { marks.push('track'); }));
  res.json(marks); // sink: http GET /called/marks ; proven: http GET /called/marks
});
app.get('/called/once', async (_req, res) => {
  const item = await getItem(16); // expect: call getItem ; reach: contained
  let count = 0;
  [item, 'b'].forEach(() => count++);
  res.json({ count }); // ok: always two
});
app.get('/called/own', async (_req, res) => {
  const item = await getItem(17); // expect: call getItem ; reach: contained
  let count = 0;
  item.tracks.forEach(() => {
    let own = 0;
    own++;
  });
  res.json({ count }); // ok: each call has a number of its own
});
let total = 0;
app.post('/total', async (_req, res) => {
  const item = await getItem(18); // expect: call getItem ; reach: decides
  for (const track of item.tracks) total += 1;
  res.end();
});
app.get('/total', (_req, res) => {
  res.json({ total }); // sink: http GET /total ; proven: http GET /total
});
app.get('/pushed', async (_req, res) => {
  const item = await getItem(19); // expect: call getItem ; reach: contained
  const items: object[] = [];
  items.push(item);
  res.json({ count: items.length }); // ok: always one
});
app.get('/pushed/some', async (req, res) => {
  const item = await getItem(20); // expect: call getItem ; reach: decides
  const items: object[] = [];
  if (item.title) items.push(item);
  res.json({ count: items.length }); // sink: http GET /pushed/some
});
app.get('/pushed/each', async (_req, res) => {
  const item = await getItem(23); // expect: call getItem ; reach: decides
  const items: object[] = [];
  for (const track of item.tracks) items.push(track);
  res.json({ count: items.length }); // sink: http GET /pushed/each ; proven: http GET /pushed/each
});
app.get('/pushed/all', async (_req, res) => {
  const item = await getItem(24); // expect: call getItem ; reach: decides
  const items: object[] = [];
  items.push(...item.tracks);
  res.json({ count: items.length }); // sink: http GET /pushed/all ; proven: http GET /pushed/all
});
app.get('/pushed/lists', async (_req, res) => {
  const item = await getItem(25); // expect: call getItem ; reach: decides
  const lists: object[][] = [];
  lists.push(item.tracks);
  res.json({ count: lists.flat().length }); // sink: http GET /pushed/lists ; proven: http GET /pushed/lists
});
app.get('/pushed/shown', async (_req, res) => {
  const item = await getItem(26); // expect: call getItem ; reach: renders
  const items: { title: string }[] = [];
  items.push(item);
  res.json(items.map((one) => one.title)); // sink: http GET /pushed/shown ; proven: http GET /pushed/shown
});
app.listen(1);
