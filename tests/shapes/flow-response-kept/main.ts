// Responses and connections that are kept until there is something to send: the routes are those where they were opened.
import express from 'express';
import { WebSocketServer } from 'ws';
import { getItem } from '@acme/client';
import { hub } from './hub';

const app = express();
const listeners = new Set();
const byId = new Map();
let list = [];
const texts = new Set<string>();

app.get('/set', (req, res) => {
  res.setHeader('Content-Type', 'text/event-stream');
  listeners.add(res);
});
app.get('/map/:id', (req, res) => {
  res.setHeader('Content-Type', 'text/event-stream');
  byId.set(req.params.id, res);
  req.on('close', () => byId.delete(req.params.id));
});
app.get('/list', (req, res) => {
  res.setHeader('Content-Type', 'text/event-stream');
  list.push({ id: req.query.id, res });
  req.on('close', () => (list = list.filter((one) => one.id !== req.query.id)));
});
app.get('/hub', (req, res) => {
  res.setHeader('Content-Type', 'text/event-stream');
  hub.add(res);
});
app.get('/texts', (req, res) => {
  texts.add(req.path);
  res.json([...texts]); // ok: paths, and no item
});

const server = new WebSocketServer({ port: 3001, path: '/live' });
const sockets = new Set();
server.on('connection', (socket) => {
  sockets.add(socket);
});

async function announce() {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  for (const one of listeners) one.write(item.title); // sink: http SSE /set
  for (const [, one] of byId) one.write(item.title); // sink: http SSE /map/:id
  byId.get('first')?.write(item.title); // sink: http SSE /map/:id
  list.forEach((one) => one.res.write(item.title)); // sink: http SSE /list
  hub.send(item);
  server.clients.forEach((one) => one.send(item.title)); // sink: http WS /live
  for (const one of server.clients) one.send(item.title); // sink: http WS /live
  for (const one of sockets) one.send(item.title); // sink: http WS /live
}
setInterval(announce, 1000);
