// socket.io and express-ws: what is sent to one connection, to all, and to those of a namespace.
import express from 'express';
import expressWs from 'express-ws';
import { Server } from 'socket.io';
import { getItem } from '@acme/client';

const io = new Server(3000);
io.on('connection', (socket) => {
  socket.on('ask', async (id) => {
    const item = await getItem(id); // expect: call getItem
    socket.emit('item', item); // sink: http WS /
    socket.broadcast.emit('item', item.title); // sink: http WS /
  });
  socket.on('seen', async (id) => {
    await getItem(id); // expect: call getItem ; reach: contained
    socket.emit('seen', id); // ok: nothing of the item
  });
});

const { app } = expressWs(express());
app.ws('/live', (ws) => {
  ws.on('message', async () => {
    const item = await getItem(2); // expect: call getItem
    ws.send(item.title); // sink: http WS /live
  });
});

async function announce() {
  const item = await getItem(3); // expect: call getItem
  io.to('room').emit('news', item.title); // sink: http WS /
  io.of('/admin').emit('news', item.title); // sink: http WS /admin
}
setInterval(announce, 1000);
