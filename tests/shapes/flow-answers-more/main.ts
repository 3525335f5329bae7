// Answers of clients that are read by a method of their own: got, undici, superagent.
import express from 'express';
import got from 'got';
import superagent from 'superagent';
import { request } from 'undici';

const BASE = process.env.ACME_URL;
const app = express();

app.get('/got', async (_req, res) => {
  const found = await got.get(`${BASE}/got`).json<{ title: string }>(); // expect: request GET /got
  res.send(found.title); // sink: http GET /got
});
app.get('/undici', async (_req, res) => {
  const { body } = await request(`${BASE}/undici`); // expect: request GET /undici
  res.json(await body.json()); // sink: http GET /undici
});
app.get('/agent', async (_req, res) => {
  const found = await superagent.post(`${BASE}/agent`).type('form').send({ id: 1 }).set('x-a', 'b'); // expect: request POST /agent
  res.json(found.body); // sink: http GET /agent
});
app.get('/code', async (_req, res) => {
  await got.get(`${BASE}/code`).text(); // expect: request GET /code
  res.send('none'); // ok: nothing of it
});
