// axios: an interceptor sees each answer, and what it gives is what the caller gets; errors are known by a test.
import axios from 'axios';
import express from 'express';

const api = axios.create({ baseURL: process.env.ACME_URL });
api.interceptors.response.use((answer) => {
  console.log(answer.data.title); // sink: log
  return answer;
});
const other = axios.create({ baseURL: process.env.OTHER_URL });
other.interceptors.response.use((answer) => {
  console.info(answer.data.title); // ok: the answer of another service
  return answer;
});
const app = express();
app.get('/items', async (_req, res) => {
  const { data } = await api.get('/items/1'); // expect: request GET /items/1
  res.json(data); // sink: http GET /items
});
app.get('/others', async (_req, res) => {
  const { data } = await other.get('/items/1');
  res.json(data); // ok: another service
});
