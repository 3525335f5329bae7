// ts-pattern calls the handler of the case that fits with the value, and gives back what that gives.
import { getItem } from '@acme/client';
import express from 'express';
import { match, P } from 'ts-pattern';

const app = express();
app.get('/items/:id', async (req, res) => {
  const found = await getItem(Number(req.params.id)); // expect: call getItem
  const shown = match(found)
    .with({ kind: 'book' }, (one) => one.title)
    .with({ kind: P.string }, { kind: P.nullish }, (one) => one.kind)
    .otherwise(() => 'nothing');
  res.json(shown); // sink: http GET /items/:id
});
app.get('/texts/:kind', async (req, res) => {
  const text = await match(req.params.kind)
    .with('item', async () => (await getItem(1)).text) // expect: call getItem
    .with('none', async () => '')
    .exhaustive();
  res.send(text); // sink: http GET /texts/:kind
});
app.get('/kinds/:id', async (req, res) => {
  const found = await getItem(Number(req.params.id)); // expect: call getItem
  match(found.kind)
    .with('book', () => console.log('a book')) // ok: a text of our own
    .otherwise((kind) => console.log(kind)); // sink: log
  res.sendStatus(204);
});
