// What another service answers when it is asked with the value goes on as an answer, and not as the value, by whichever
// way a client hands it out.
import { getItem } from '@acme/client';
import axios from 'axios';
import express from 'express';
import request from 'request';

const app = express();
app.get('/awaited', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  const answer = await axios.get(`https://labels.example/${item.title}`); // sink: request
  res.json(answer.data); // sink: http GET /awaited
});
app.get('/failed', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  try {
    await axios.delete(`https://labels.example/${item.title}`); // sink: request
    res.json({ ok: true }); // ok: nothing of the answer
  } catch (error) {
    res.json(error.response.data); // sink: http GET /failed
  }
});
app.get('/handed', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  request(`https://labels.example/${item.title}`, (_error, _response, body) => { // sink: request
    res.json(body); // sink: http GET /handed
  });
});
app.get('/unanswered', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: contained
  request(`https://labels.example/${item.title}`, (error) => { // sink: request
    res.json({ failed: error !== null }); // ok: an error of the connection
  });
});
