import express from 'express';
import { makeStore } from './store';

const store = makeStore();
const app = express();
app.get('/other', (_req, res) => {
  res.json(store.get()); // sink: http GET /other ; possible: http GET /other
});
