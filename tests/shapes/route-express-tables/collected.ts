// What is put into a collection has what was put there with it.
import express from 'express';
import { getItem } from '@acme/client';

const first = async (_req, res) => {
  res.json(await getItem(10)); // expect: call getItem ; sink: http GET /first ; http GET /listed
};
const second = async (_req, res) => {
  res.json({ ok: true }); // sink: http GET /second ; http GET /also
};
const kept = async (_req, res) => {
  res.json(await getItem(11)); // expect: call getItem ; sink: http GET /kept
};
const other = async (_req, res) => {
  res.json({ ok: true }); // sink: http GET /other
};
const own = async (_req, res) => {
  res.json(await getItem(12)); // expect: call getItem ; sink: http GET /own
};

const byPath = new Map();
byPath.set('/kept', kept);
byPath.set('/other', other);

export function collected() {
  const router = express.Router();
  for (const [path, run] of byPath.entries()) router.get(path, run);
  const inner = new Map();
  inner.set('/first', first);
  inner.set('/second', second);
  inner.forEach((run, path) => router.get(path, run));
  const list = [];
  list.push({ path: '/listed', run: first });
  list.push({ path: '/also', run: second });
  list.forEach(({ path, run }) => router.get(path, run));
  const handlers = { own };
  handlers.other = other;
  router.get('/own', handlers.own);
  return router;
}
