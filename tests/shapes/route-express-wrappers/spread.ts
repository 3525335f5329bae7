// What a wrapper is given is given on as it came, in its order, however that is written.
import { getItem } from '@acme/client';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';

const caught = (run: any) => (...all: any[]) => run(...all).catch(all[2]);
const typed = <T extends (...all: never[]) => Promise<unknown>>(run: T): T =>
  (async (...all: never[]) => {
    await run(...all);
  }) as unknown as T;
const declared = (run: RequestHandler): RequestHandler => (...all) => Promise.resolve(run(...all)).catch(all[2]);
const applied = (run: any) => (...all: [Request, Response, NextFunction]) => run.apply(null, all);
function called(run: any) {
  return function (this: unknown, req: Request, ...others: any[]) {
    return run.call(this, req, ...others);
  };
}
const turned = (run: any) => (...all: any[]) => run(all[1], all[0]);
const taken = (run: any) => (...all: any[]) => {
  const [req, res] = all;
  return run(req, res);
};
const ownAnswer = (run: any) => (...all: any[]) => run(all[0], { json: (body: unknown) => console.log('kept') });

export const routes = express.Router();
routes.get('/caught', caught(async (_req: any, res: any) => {
  res.json(await getItem(11)); // expect: call getItem ; sink: http GET /spread/caught
}));
routes.get('/typed', typed(async (_req: any, res: any) => {
  res.json(await getItem(12)); // expect: call getItem ; sink: http GET /spread/typed
}));
routes.get('/declared', declared(async (_req, res) => {
  res.json(await getItem(13)); // expect: call getItem ; sink: http GET /spread/declared
}));
routes.get('/applied', applied(async (_req: any, res: any) => {
  res.json(await getItem(14)); // expect: call getItem ; sink: http GET /spread/applied
}));
routes.get('/called', called(async (_req: any, res: any) => {
  res.json(await getItem(15)); // expect: call getItem ; sink: http GET /spread/called
}));
routes.get('/turned', turned(async (res: any, _req: any) => {
  res.json(await getItem(16)); // expect: call getItem ; sink: http GET /spread/turned
}));
routes.get('/taken', taken(async (_req: any, res: any) => {
  res.json(await getItem(17)); // expect: call getItem ; sink: http GET /spread/taken
}));
routes.get('/own', ownAnswer(async (_req: any, res: any) => {
  res.json(await getItem(18)); // expect: call getItem ; reach: escapes ; escape: unresolved-call
}));
