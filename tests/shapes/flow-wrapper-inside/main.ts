// What a wrapper does itself with an answer belongs to the calls that bring it: what it throws, keeps, logs and writes.
import axios from 'axios';
import express from 'express';
import { Pool } from 'pg';

class Upstream extends Error {
  constructor(readonly status: number, readonly body: string) {
    super('upstream');
  }
}
const pool = new Pool();
const last: string[] = [];
async function call(path: string) {
  const response = await fetch(`${process.env.ACME_URL}${path}`);
  if (!response.ok) throw new Upstream(response.status, await response.text());
  const body = await response.json();
  console.log(body.title); // sink: log
  last.push(body.title);
  await pool.query('insert into calls (path, answer) values ($1, $2)', [path, body.answer]); // sink: database calls.answer
  return { data: body.data };
}
const load = async (path: string) => call(path);

async function quiet(path: string) {
  const response = await fetch(`${process.env.ACME_URL}/quiet${path}`);
  return response.json();
}
async function asked(path: string) {
  try {
    return (await axios.get(`${process.env.ACME_URL}/asked${path}`)).data;
  } catch (error) {
    if (axios.isAxiosError(error)) throw new Upstream(502, error.response?.data);
    throw error;
  }
}

const app = express();
app.get('/item', async (_req, res) => {
  try {
    const { data } = await load('/items'); // expect: request GET /items through main.ts:22, main.ts:14 ; reach: renders
    res.json(data); // sink: http GET /item
  } catch (error) {
    if (error instanceof Upstream) res.status(502).json({ body: error.body }); // sink: http GET /item
    else res.status(500).end();
  }
});
app.get('/last', (_req, res) => {
  res.json(last); // sink: http GET /last
});
app.get('/quiet', async (_req, res) => {
  const { title } = await quiet('/x'); // expect: request GET /quiet/x through main.ts:25 ; reach: contained
  res.json({ seen: true }); // ok: nothing of it
});
app.get('/asked', async (_req, res) => {
  try {
    await asked('/y'); // expect: request GET /asked/y through main.ts:30 ; reach: renders
    res.json({ seen: true });
  } catch (error) {
    if (error instanceof Upstream) res.json(error.body); // sink: http GET /asked
  }
});
app.listen(1);
