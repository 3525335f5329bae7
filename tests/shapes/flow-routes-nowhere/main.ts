// A router that nothing mounts may belong to nothing that runs: its routes are possible, and those of others are proven.
import express, { Router } from 'express';
import fastify, { type FastifyInstance } from 'fastify';
import { getItem } from '@acme/client';
import { shared } from './shared';

const app = express();
const mounted = Router();
mounted.get('/:id', async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; sink: http GET /items/:id ; proven: http GET /items/:id
});
app.use('/items', mounted);

export const forgotten = Router();
forgotten.get('/old/:id', async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; sink: http GET /old/:id ; possible: http GET /old/:id
});

const inner = Router();
inner.get('/inner/:id', async (req, res) => {
  res.json(await getItem(Number(req.params.id))); // expect: call getItem ; sink: http GET /outer/inner/:id ; possible: http GET /outer/inner/:id
});
export const outer = Router();
outer.use('/outer', inner); // and nothing mounts this one

app.get('/shared', shared);
forgotten.get('/shared/too', shared);

const server = fastify();
export async function lost(app: FastifyInstance) {
  app.get('/lost', async () => getItem(2)); // expect: call getItem ; sink: http GET /lost ; possible: http GET /lost
}
server.register(async (app) => {
  app.get('/kept', async () => getItem(3)); // expect: call getItem ; sink: http GET /kept ; proven: http GET /kept
});
