// A test before a call says what the call gives; a list that is returned where it has something has nothing behind that.
// tests/trace/test_passable.py asks for the lines that the paths lead over.
import { getItem } from '@acme/client';
import type { Item } from '@acme/client';
import express from 'express';

interface Asked {
  name: string | null;
  ids: number[];
}

function only(rows: Item[], name: string | null): Item[] {
  if (!name) return rows; // here: all of them
  const named = rows.filter((row) => row.title.startsWith(name));
  return named; // here: those of a name
}

async function some(ids: number[]): Promise<[Item[], boolean]> {
  const all: Item[] = [];
  if (ids.length > 0) {
    for (const id of ids) {
      const item = await getItem(id); // expect: call getItem ; reach: renders
      all.push(item);
    }
    if (all.length > 0) {
      const sorted = all.slice(0, 5);
      return [sorted, true]; // here: has some
    }
  }
  return [all, false]; // here: has none
}

async function later(asked: Asked): Promise<Item[]> {
  const all: Item[] = [];
  for (const id of asked.ids) all.push({ id, title: '', tracks: [] });
  if (all.length > 3) return all;
  if (all.length > 0) {
    const sorted = all.slice(0, 5);
    return sorted; // here: before it was there
  }
  all.push(await getItem(4)); // expect: call getItem ; reach: renders
  return all; // here: put there
}

const app = express();
app.get('/named', async (req, res) => {
  const asked = req.query as unknown as Asked;
  if (!asked.name || asked.ids.length === 0) return res.sendStatus(404);
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.json(only([item], asked.name)); // sink: http GET /named
});
app.get('/any', async (req, res) => {
  const asked = req.query as unknown as Asked;
  if (!asked.ids) return res.sendStatus(404);
  const item = await getItem(2); // expect: call getItem ; reach: renders
  res.json(only([item], asked.name)); // sink: http GET /any
});
app.get('/changed', async (req, res) => {
  let name = req.query.name as string | null;
  if (!name) return res.sendStatus(404);
  name = null;
  const item = await getItem(3); // expect: call getItem ; reach: renders
  res.json(only([item], name)); // sink: http GET /changed
});
app.get('/some', async (req, res) => {
  const [rows] = await some([1, 2]);
  res.json(rows); // sink: http GET /some
});
app.get('/later', async (req, res) => {
  res.json(await later(req.query as unknown as Asked)); // sink: http GET /later
});
