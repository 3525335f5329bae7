// What a handler returns answers where unknown code stands around it only if that gives it on; what it sends itself does.
import { getItem } from '@acme/client';
import fastify from 'fastify';
import { around } from 'goes-around-handlers';

const server = fastify();
server.get('/wrapped', around(async () => {
  return getItem(1); // expect: call getItem ; possible: http GET /wrapped ; sink: http GET /wrapped
}));
server.get('/wrapped/sent', around(async (_request: any, reply: any) => {
  reply.send(await getItem(2)); // expect: call getItem ; proven: http GET /wrapped/sent ; sink: http GET /wrapped/sent
}));
const known = (handler: any) => async (...given: any[]) => handler(...given); // proven: http GET /known ; sink: http GET /known
server.get('/known', known(async () => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  return { title: item.title };
}));
