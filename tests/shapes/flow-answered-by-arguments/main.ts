// A response comes by the calls that can run: which one does, the arguments say that lead there.
import { getItem } from '@acme/client';
import express from 'express';

async function draft(options: any) {
  options.res.json(await getItem(1)); // expect: call getItem ; sink: http GET /draft ; http GET /any ; http GET /changed
}
async function final(options: any) {
  options.res.json(await getItem(2)); // expect: call getItem ; sink: http GET /final ; http GET /any ; http GET /changed
}
async function answer(options: any) {
  if (options.kind === 'draft') return draft(options);
  return final(options);
}
async function changed(options: any) {
  options.kind = options.res.locals.kind;
  return answer(options);
}

const app = express();
app.get('/draft', (_req, res) => answer({ kind: 'draft', res }));
app.get('/final', (_req, res) => answer({ kind: 'final', res }));
app.get('/any', (req, res) => answer({ kind: req.query.kind, res }));
app.get('/changed', (_req, res) => changed({ kind: 'final', res }));
