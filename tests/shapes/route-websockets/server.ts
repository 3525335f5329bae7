// Connections: of a server with a path, and of one that takes them over by hand.
import { createServer } from 'http';
import { WebSocket, WebSocketServer } from 'ws';
import { getItem } from '@acme/client';

const PATH = '/feed';
const http = createServer();
const open = new WebSocketServer({ server: http, path: '/open' });

open.on('connection', async (socket) => {
  socket.send(JSON.stringify(await getItem(1))); // expect: call getItem ; sink: http WS /open
});
