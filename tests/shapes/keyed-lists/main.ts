// Lists that a callback of outside code fills, or that stand in other lists: what they hold is what was put in.
import { getItem } from '@acme/client';
import express from 'express';

function gathered(ids: number[]) {
  const all: number[] = [];
  ids.forEach((id) => {
    all.push(id);
  });
  return all;
}
function inParts(ids: number[], size: number) {
  return ids.reduce((parts, id, index) => {
    const at = Math.floor(index / size);
    if (!parts[at]) parts[at] = [];
    parts[at].push(id);
    return parts;
  }, [] as number[][]);
}
function first(ids: number[]) {
  const parts: number[][] = [];
  parts[0] = [];
  parts[0].push(ids[0]);
  return parts;
}

const app = express();
app.post('/gathered', async (req) => {
  for (const id of gathered(req.body.ids)) await getItem(id); // expect: call getItem ; keyed: request
});
app.post('/parts', async (req) => {
  for (const ids of inParts(req.body.ids, 10)) {
    await Promise.all(ids.map((id) => getItem(id))); // expect: call getItem ; keyed: request
  }
});
app.post('/first', async (req) => {
  for (const ids of first(req.body.ids)) await getItem(ids[0]); // expect: call getItem ; keyed: request
});

// what is put into a copy of a list is not in the list
async function copies(req: express.Request) {
  const own = [3, 5];
  const all = [...own];
  for (const id of req.body.ids) all.push(id);
  for (const id of own) await getItem(id); // expect: call getItem ; keyed: constant
  for (const id of all) await getItem(id); // expect: call getItem ; keyed: request
}
app.post('/copies', copies);
