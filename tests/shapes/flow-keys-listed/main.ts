// A list of many names that may be shown: each of them is shown, and no other.
import { getItem } from '@acme/client';
import express from 'express';

const app = express();
const SHOWN = [
  'id', 'show', 'album', 'rotation', 'kind', 'artist', 'release', 'track', 'position', 'label',
  'labelId', 'order', 'request', 'segue', 'message', 'added', 'hour', 'host', 'status', 'artwork',
  'page', 'year', 'stream', 'store', 'video', 'shop', 'sound', 'bio', 'encyclopedia',
] as const;

function pick(row: Record<string, unknown>): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const column of SHOWN) shown[column] = row[column];
  return shown;
}
app.get('/last/:id', async (req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.json(pick({ encyclopedia: item.title })); // sink: http GET /last/:id
});
app.get('/other/:id', async (req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: contained
  res.json(pick({ searched: item.title })); // ok: none of the names
});

const steps: ((item: { title: string }, res: express.Response) => void)[] = [
  (item) => void item.title.at(0),
  (item) => void item.title.at(1),
  (item) => void item.title.at(2),
  (item) => void item.title.at(3),
  (item) => void item.title.at(4),
  (item) => void item.title.at(5),
  (item) => void item.title.at(6),
  (item) => void item.title.at(7),
  (item) => void item.title.at(8),
  (item) => void item.title.at(9),
  (item) => void item.title.at(10),
  (item) => void item.title.at(11),
  (item) => void item.title.at(12),
  (item) => void item.title.at(13),
  (item) => void item.title.at(14),
  (item) => void item.title.at(15),
  (item) => void item.title.at(16),
  (item) => void item.title.at(17),
  (item) => void item.title.at(18),
  (item) => void item.title.at(19),
  (item) => void item.title.at(20),
  (item) => void item.title.at(21),
  (item) => void item.title.at(22),
  (item) => void item.title.at(23),
  (item) => void item.title.at(24),
  (item, res) => res.json(item.title), // sink: http GET /steps/:id
];
app.get('/steps/:id', async (req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  for (const step of steps) step(item, res);
});
