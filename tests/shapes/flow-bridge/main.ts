// A bridge of the rules leads from a table to the function that hears of its changes, and from no other table.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { pgTable, integer, text } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import express from 'express';
import postgres from 'postgres';
import { WebSocketServer, type WebSocket } from 'ws';

const items = pgTable('items', { id: integer('id'), label: text('label_text') });
const notes = pgTable('notes', { id: integer('id'), body: text('body') });
const db = drizzle(postgres(process.env.DB_URL!));
const sockets = new WebSocketServer({ port: 8080, path: '/changes' });

export function changed(socket: WebSocket, change: { data: Record<string, unknown> }) {
  socket.send(JSON.stringify(change.data.label_text)); // sink: http WS /changes
  socket.send(JSON.stringify(change.data.body)); // ok: a column of another table
}
sockets.on('connection', (socket) => listen((change) => changed(socket, change)));
function listen(tell: (change: { data: Record<string, unknown> }) => void) {
  setInterval(() => tell({ data: {} }), 1000);
}

const app = express();
app.post('/label/:id', async (req, res) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem ; reach: renders
  await db.update(items).set({ label: item.title }).where(eq(items.id, item.id)); // sink: database items.label_text
  await db.update(notes).set({ body: item.title }).where(eq(notes.id, item.id)); // sink: database notes.body
  res.sendStatus(204);
});
