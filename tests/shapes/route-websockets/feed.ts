import type { Server } from 'http';
import { WebSocket, WebSocketServer } from 'ws';

const PATH = '/feed';
let feed: WebSocketServer | null = null;

export function start(server: Server) {
  feed = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    if (url.pathname !== PATH) return;
    feed!.handleUpgrade(request, socket, head, (ws) => {
      feed!.emit('connection', ws, request);
    });
  });
}

export function tell(text: string) {
  for (const client of feed?.clients ?? []) say(client, text);
}

function say(client: WebSocket, text: string) {
  client.send(text); // sink: http WS /feed
}
