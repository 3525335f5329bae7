// Routers are mounted below paths, routers below routers; one router stands below two paths. A cache has `get` as well.
import express from 'express';
import { API } from './paths';
import { items_route } from './routes/items';
import { open } from './routes/open';

const app = express();
app.use('/items', items_route);
app.use(`${API}/v1`, open);
app.use('/old', open);
app.get('/health', async (_req, res) => {
  res.json({ ok: true }); // sink: http GET /health
});
