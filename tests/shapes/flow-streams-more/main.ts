// What is read of a stream, packed and split is what went into it.
import express from 'express';
import { Readable } from 'stream';
import { text } from 'stream/consumers';
import { gzipSync } from 'zlib';
import { getItem } from '@acme/client';

const app = express();
app.get('/text', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem
  res.send(await text(Readable.from([item.title]))); // sink: http GET /text
});
app.get('/packed', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem
  res.send(gzipSync(item.title)); // sink: http GET /packed
});
app.get('/split', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem
  const [one] = ReadableStream.from([item.title]).tee();
  for await (const chunk of one) res.write(chunk); // sink: http GET /split
  res.end();
});
app.get('/other', async (_req, res) => {
  await getItem(4); // expect: call getItem
  res.send(gzipSync('none')); // ok: nothing of the item
});
