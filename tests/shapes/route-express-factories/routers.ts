import { Router } from 'express';

const left = Router();
const right = Router();
const alone = Router();

left.get('/x', (_req, res) => {
  res.send('left'); // sink: http GET /left/x
});
right.route('/y')
  .get((_req, res) => {
    res.send('right'); // sink: http GET /right/y
  })
  .delete((_req, res) => {
    res.sendStatus(204); // sink: http DELETE /right/y
  });
alone.all('/z', (_req, res) => {
  res.send('alone'); // sink: http ALL /z
});

export const routers = [
  { at: '/left', router: left },
  { at: '/right', router: right },
];
