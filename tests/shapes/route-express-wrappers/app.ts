// A handler inside of a wrapper keeps its own route: the wrapper is shared, its calls are told apart.
import express from 'express';
import asyncHandler from 'express-async-handler';
import { getItem } from '@acme/client';
import { ItemController } from './controller';
import { routes } from './spread';
import { timed, wrap } from './wrap';

const app = express();
const controller = new ItemController();

const one = async (_req: unknown, res: any) => {
  res.json(await getItem(1)); // expect: call getItem ; sink: http GET /one
};
const two = async (_req: unknown, res: any) => {
  res.json(await getItem(2)); // expect: call getItem ; sink: http POST /two
};
app.get('/one', wrap(one));
app.post('/two', wrap(two));
app.get('/three', timed('three')(wrap(async (_req: unknown, res: any) => {
  res.json(await getItem(3)); // expect: call getItem ; sink: http GET /three
})));
app.get('/four', asyncHandler(async (_req, res) => {
  res.json(await getItem(4)); // expect: call getItem ; sink: http GET /four
}));
app.get('/five', controller.show.bind(controller));
app.get('/six', controller.list);
app.use('/spread', routes);
