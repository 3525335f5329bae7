// What a function writes into an object when it has waited is not there yet in the code behind its call, where nobody
// waits for that; it is there for whoever waits, is told, or comes later.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
interface Row {
  id: number;
  title?: string;
}
async function fill(rows: Row[]) {
  await Promise.allSettled(
    rows.map(async (row) => {
      const item = await getItem(row.id); // expect: call getItem ; reach: renders
      row.title = item.title;
    })
  );
  return rows;
}
app.get('/left', (req, res) => {
  const rows: Row[] = [{ id: 1 }];
  fill(rows).catch((error) => console.warn(error));
  res.json(rows.map((one) => ({ ...one }))); // ok: the titles come when this is answered
});
app.get('/waited', async (req, res) => {
  const rows: Row[] = [{ id: 1 }];
  await fill(rows);
  res.json(rows); // sink: http GET /waited
});
app.get('/pause', async (req, res) => {
  const rows: Row[] = [{ id: 1 }];
  void fill(rows);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  res.json(rows); // sink: http GET /pause
});

async function fillOne(row: Row) {
  const item = await getItem(row.id); // expect: call getItem ; reach: renders
  row.title = item.title;
}
app.get('/void', (req, res) => {
  const row: Row = { id: 1 };
  void fillOne(row);
  res.json(row); // ok: not yet
});
app.get('/told', (req, res) => {
  const row: Row = { id: 1 };
  fillOne(row).then(() => res.json(row)); // sink: http GET /told
});
const kept: Row = { id: 3 };
app.get('/kept', (req, res) => {
  void fillOne(kept);
  res.json(kept); // sink: http GET /kept
});
app.get('/round', async (req, res) => {
  const row: Row = { id: 4 };
  for (const part of ['a', 'b']) {
    res.write(row.title ?? part); // sink: http GET /round
    void fillOne(row);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  res.end();
});

async function fillAtOnce(row: Row, item: { title: string }) {
  row.title = item.title;
  await Promise.resolve();
}
app.get('/at-once', async (req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: renders
  const row: Row = { id: 5 };
  void fillAtOnce(row, item);
  res.json(row); // sink: http GET /at-once
});
