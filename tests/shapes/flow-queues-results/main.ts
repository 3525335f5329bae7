// What a worker gives back comes to who waits for the job, or hears that it is done; jobs that come as a tree.
import { getItem } from '@acme/client';
import { FlowProducer, Queue, QueueEvents, Worker } from 'bullmq';
import express from 'express';

const app = express();
const seen: any = {};

new Worker('heard', async () => getItem(1)); // expect: call getItem ; reach: renders
new QueueEvents('heard').on('completed', ({ returnvalue }) => {
  seen.heard = returnvalue;
});
new QueueEvents('another').on('completed', ({ returnvalue }) => {
  seen.another = returnvalue;
});
const own = new Worker('own', async () => getItem(2)); // expect: call getItem ; reach: renders
own.on('completed', (job, result) => {
  seen.own = result;
});
new Worker('nothing', async () => {
  await getItem(3); // expect: call getItem ; reach: contained
});
app.get('/heard', (_req, res) => {
  res.json(seen.heard); // proven: http GET /heard ; sink: http GET /heard
});
app.get('/own', (_req, res) => {
  res.json(seen.own); // proven: http GET /own ; sink: http GET /own
});
app.get('/another', (_req, res) => {
  res.json(seen.another); // ok: of another queue
});

const flow = new FlowProducer();
new Worker('parents', async (job) => {
  seen.parent = job.data;
});
new Worker('children', async (job) => {
  seen.child = job.data;
});
new Worker('strangers', async (job) => {
  seen.stranger = job.data;
});
app.post('/flow', async (_req, res) => {
  const parent = await getItem(4); // expect: call getItem ; reach: renders
  const child = await getItem(5); // expect: call getItem ; reach: renders
  await flow.add({ name: 'p', queueName: 'parents', data: parent, children: [{ name: 'c', queueName: 'children', data: child }] });
  res.sendStatus(204);
});
app.get('/parent', (_req, res) => {
  res.json(seen.parent); // proven: http GET /parent ; sink: http GET /parent
});
app.get('/child', (_req, res) => {
  res.json(seen.child); // proven: http GET /child ; sink: http GET /child
});
app.get('/stranger', (_req, res) => {
  res.json(seen.stranger); // ok: of another queue
});
