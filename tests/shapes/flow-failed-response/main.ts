// What some clients throw for an answer that is no success holds that answer; what `fetch` throws holds none.
import axios from 'axios';
import express from 'express';
import got from 'got';
import superagent from 'superagent';

const app = express();
app.get('/caught', async (_req, res) => {
  try {
    await axios.get(`${process.env.ACME_URL}/caught`); // expect: request GET /caught ; reach: renders
    res.json({ ok: true });
  } catch (error) {
    res.status(502).json({ message: error.response.data.message }); // sink: http GET /caught
  }
});
app.get('/rejected', (_req, res) => {
  axios
    .post(`${process.env.ACME_URL}/rejected`) // expect: request POST /rejected ; reach: renders
    .catch((error) => res.json(error.response.data)); // sink: http GET /rejected
});
app.get('/logged', async (_req, res) => {
  try {
    await got(`${process.env.ACME_URL}/logged`); // expect: request GET /logged ; reach: decides ; sink: control
  } catch (error) {
    console.error(error.code); // ok: says nothing of the answer
    console.error(error.response.body); // sink: log
  }
  res.end();
});
app.get('/ended', (_req, res) => {
  superagent
    .get(`${process.env.ACME_URL}/ended`) // expect: request GET /ended ; reach: renders
    .end((error, answer) => res.json(error ? error.response.body : null)); // sink: http GET /ended
});
app.get('/fetched', async (_req, res) => {
  try {
    await fetch(`${process.env.ACME_URL}/fetched`); // expect: request GET /fetched ; reach: decides
    res.json({ ok: true });
  } catch (error) {
    res.status(502).json({ message: error.response.data.message }); // sink: http GET /fetched
  }
});
