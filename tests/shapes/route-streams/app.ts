// Event streams: a response is kept, and written to later. A handler that says the media type opens one.
import express from 'express';
import { clients } from './clients';

const app = express();
app.get('/events/stream', (_req, res) => {
  clients.add('1', res);
});
app.get('/events/count', (_req, res) => {
  res.json(clients.count()); // sink: http GET /events/count
});
