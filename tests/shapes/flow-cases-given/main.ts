// Of a `switch` about what a call gives, the cases run that fit that.
import { getItem } from '@acme/client';
import express from 'express';

function pick(kind: string, item: unknown) {
  switch (kind) {
    case 'item':
      return item;
    case 'count':
      return 1;
    default:
      return null;
  }
}
function shared(kind: string, item: unknown) {
  let found: unknown = null;
  switch (kind) {
    case 'whole':
    case 'all':
      found = item;
      break;
    case 'none':
      found = 'none';
      break;
  }
  return found;
}

const app = express();
app.get('/item', async (_req, res) => {
  res.json(pick('item', await getItem(1))); // expect: call getItem ; reach: renders ; sink: http GET /item ; proven: http GET /item
});
app.get('/count', async (_req, res) => {
  res.json(pick('count', await getItem(2))); // expect: call getItem ; reach: contained
});
app.get('/default', async (_req, res) => {
  res.json(pick('other', await getItem(3))); // expect: call getItem ; reach: contained
});
app.get('/all', async (_req, res) => {
  res.json(shared('all', await getItem(4))); // expect: call getItem ; reach: renders ; sink: http GET /all ; proven: http GET /all
});
app.get('/none', async (_req, res) => {
  res.json(shared('none', await getItem(5))); // expect: call getItem ; reach: contained
});
