// Routers that functions make, with paths from parameters; routers in a list; an application that a function is given.
import express, { type Application } from 'express';
import makeItems from './items';
import { routers } from './routers';

const app = express();
app.use('/first', makeItems({ path: '/a' }));
app.use('/second', makeItems({ path: '/b' }));
for (const { at, router } of routers) {
  app.use(at, router);
}
register(app, '/admin');

function register(target: Application, prefix: string) {
  target.get(`${prefix}/status`, (_req, res) => {
    res.json({ up: true }); // sink: http GET /admin/status
  });
}
