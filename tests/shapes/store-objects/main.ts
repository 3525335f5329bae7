// What is put into a store of objects is kept there; what is asked for comes from it, and keys say where.
import { createReadStream, promises } from 'node:fs';
import { getItem } from '@acme/client';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Storage } from '@google-cloud/storage';
import express from 'express';
import { Feed } from 'feed';
import RSS from 'rss';
import invariant from 'tiny-invariant';

const app = express();
const s3 = new S3Client({});
const bucket = new Storage().bucket('items');

app.get('/put', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: stores
  invariant(item, 'an item');
  await s3.send(new PutObjectCommand({ Bucket: 'items', Key: 'one', Body: item.title })); // sink: file ; proven: file
  res.json('kept');
});
app.get('/save', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: stores
  await bucket.file('two').save(item.title); // sink: file ; proven: file
  res.json('kept');
});
app.get('/got', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: contained
  await promises.rm(item.path, { recursive: true });
  const got = await s3.send(new GetObjectCommand({ Bucket: 'items', Key: item.key }));
  res.json(got.Body); // ok: what is kept there is another thing
});
app.get('/read', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: contained
  createReadStream(item.path).pipe(res); // ok: a file's content
});
app.get('/rss', async (_req, res) => {
  const feed = new RSS({ title: 'items' });
  feed.item(await getItem(5)); // expect: call getItem ; reach: renders
  res.send(feed.xml()); // sink: http GET /rss ; proven: http GET /rss
});
app.get('/atom', async (_req, res) => {
  const feed = new Feed({ title: 'items' });
  feed.addItem(await getItem(6)); // expect: call getItem ; reach: renders
  res.send(feed.atom1()); // sink: http GET /atom ; proven: http GET /atom
});
