// Routes that the project serves have paths like the service's; only what it sends counts.
import express from 'express';

const app = express();

app.get('/items/:id', async (req, res) => { // ok: a route of the project's own
  const response = await fetch(`${process.env.ACME_URL}/items/${req.params.id}`); // expect: request GET /items/{}
  res.json(await response.json());
});
app.get('/health', (_req, res) => void res.json({ acme: Boolean(process.env.ACME_URL) })); // ok: a check that it is set
app.post('/lookup', (_req, res) => void res.redirect(`${process.env.ACME_URL}/lookup`)); // ok: the browser's request, not ours
