// What is iterated may have an iterator of its own; nobody has written the call.
import { getItem } from '@acme/client';
import express from 'express';

class Feed {
  async *[Symbol.asyncIterator]() {
    yield await getItem(1); // expect: call getItem ; reach: renders
  }
}
class Numbers {
  *[Symbol.iterator]() {
    yield 1;
  }
}

const app = express();
app.get('/feed', async (_req, res) => {
  for await (const item of new Feed()) res.write(item.title); // sink: http GET /feed
});
app.get('/numbers', (_req, res) => {
  res.json([...new Numbers()]); // ok: numbers
});

const LOAD = 'load';
class Named {
  async [LOAD]() {
    return getItem(2); // expect: call getItem ; reach: renders
  }
}
app.get('/named', async (_req, res) => {
  res.json(await new Named()[LOAD]()); // sink: http GET /named
});
