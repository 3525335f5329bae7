// What the app keeps is shown, what the job keeps is not: the job is another program.
import { getItem } from '@acme/client';
import { got, put } from '@acme/shared';
import express from 'express';
import { asked } from './asked';

const app = express();
app.get('/kept/:id', (req, res) => res.json(got(req.params.id))); // sink: http GET /kept/:id
app.post('/kept/:id', async (req, res) => {
  put(req.params.id, await getItem(1)); // expect: call getItem ; reach: renders
  res.json(asked()); // ok: this program remembers nothing
});
app.listen(80);
