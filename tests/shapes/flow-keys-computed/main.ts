// An object that is written out with computed names has its members under those that the code says.
import { getItem } from '@acme/client';
import express from 'express';

enum Kind {
  Item = 'item',
  Count = 'count',
}
const NAMES = { item: 'item', count: 'count' } as const;

const app = express();
app.get('/enum', async (_req, res) => {
  const all = { [Kind.Item]: await getItem(1), [Kind.Count]: 1 }; // expect: call getItem ; reach: renders
  res.write(String(all[Kind.Count])); // ok: another member
  res.write(String(all[Kind.Item])); // sink: http GET /enum ; proven: http GET /enum
});
app.get('/names', async (_req, res) => {
  const all: Record<string, unknown> = { [NAMES.item]: await getItem(2), [NAMES.count]: 1 }; // expect: call getItem ; reach: renders
  res.write(String(all[NAMES.count])); // ok: another member
  res.write(String(all.item)); // sink: http GET /names ; proven: http GET /names
});
app.get('/any/:name', async (req, res) => {
  const all: Record<string, unknown> = { [req.params.name]: await getItem(3), count: 1 }; // expect: call getItem ; reach: renders
  res.write(String(all.item)); // sink: http GET /any/:name ; possible: http GET /any/:name
  res.json(all); // sink: http GET /any/:name ; proven: http GET /any/:name
});
