// What another service answers when it is asked with the value goes on as an answer, and not as the value, by whichever
// way a client hands it out.
import { getItem } from '@acme/client';
import axios from 'axios';
import express from 'express';
import http from 'node:http';
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

function posted(body: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asking = http.request({ hostname: 'labels.example', path, method: 'POST' }, (answer) => { // sink: request
      let text = '';
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve(text));
    });
    asking.on('error', reject);
    asking.write(body); // sink: request
    asking.setTimeout(1000, () => asking.destroy());
    asking.end();
  });
}
app.get('/written', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: renders
  res.json(await posted(JSON.stringify({ title: item.title }), '/new')); // sink: http GET /written
});
app.get('/other', async (_req, res) => {
  const item = await getItem(6); // expect: call getItem ; reach: decides
  res.json(await posted('constant', '/other')); // ok: asked with a constant
  if (item.title) console.log('there'); // sink: control
});
app.get('/path', async (_req, res) => {
  const item = await getItem(7); // expect: call getItem ; reach: renders
  res.json(await posted('constant', `/items/${item.title}`)); // sink: http GET /path
});
app.get('/told', async (_req, res) => {
  const item = await getItem(8); // expect: call getItem ; reach: contained
  const telling = http.request('http://labels.example/told');
  telling.end(item.title); // sink: request
  res.json({ told: true }); // ok: nobody looks at the answer
});
