// Handlers in tables: each has the path that stands beside it, whatever made the list that is gone through.
import express from 'express';
import { getItem } from '@acme/client';
import { collected } from './collected';

const app = express();
const router = express.Router();
app.use('/r', router);
app.use(collected());

const a = async (_req, res) => {
  res.json(await getItem(1)); // expect: call getItem ; sink: http GET /r/a
};
const b = async (_req, res) => {
  res.json({ ok: true }); // sink: http GET /r/b
};
for (const [path, run] of Object.entries({ '/a': a, '/b': b })) router.get(path, run);

const c = async (_req, res) => {
  res.json(await getItem(2)); // expect: call getItem ; sink: http GET /c
};
const d = async (_req, res) => {
  res.json({ ok: true }); // sink: http GET /d
};
new Map([['/c', c], ['/d', d]]).forEach((run, path) => app.get(path, run));

const e = async (_req, res) => {
  res.json(await getItem(3)); // expect: call getItem ; sink: http GET /v1/e
};
const f = async (_req, res) => {
  res.json({ ok: true }); // sink: http GET /v1/f
};
const table = new Map([['/e', e], ['/f', f]]);
for (const [path, run] of table) app.get('/v1' + path, run);

const g = async (_req, res) => {
  res.json(await getItem(4)); // expect: call getItem ; sink: http GET /g
};
const h = async (_req, res) => {
  res.json({ ok: true }); // sink: http GET /h
};
[['/g', g], ['/h', h]].filter(Boolean).forEach(([path, run]) => app.get(path, run));

const i = async (_req, res) => {
  res.json(await getItem(5)); // expect: call getItem ; sink: http POST /i
};
const j = async (_req, res) => {
  res.json({ ok: true }); // sink: http GET /j
};
const detailed = { '/i': { verb: 'post', run: i }, '/j': { verb: 'get', run: j } };
for (const [path, one] of Object.entries(detailed)) app[one.verb](path, one.run);

const K = '/k';
const L = '/l';
const k = async (_req, res) => {
  res.json(await getItem(6)); // expect: call getItem ; sink: http GET /k
};
const l = async (_req, res) => {
  res.json({ ok: true }); // sink: http GET /l
};
for (const [path, run] of Object.entries({ [K]: k, [L]: l })) app.get(path, run);

const m = async (_req, res) => {
  res.json(await getItem(7)); // expect: call getItem ; sink: http GET /m
};
const n = async (_req, res) => {
  res.json({ ok: true }); // sink: http GET /n
};
const more = { '/m': m };
for (const [path, run] of Object.entries({ ...more, '/n': n })) app.get(path, run);

const o = async (_req, res) => {
  res.json(await getItem(8)); // expect: call getItem ; sink: http GET /o
};
const p = async (_req, res) => {
  res.json({ ok: true }); // sink: http GET /p
};
const chosen = process.env.ALL ? [['/o', o]].filter(Boolean) : [['/p', p]].filter(Boolean);
for (const [path, run] of chosen) app.get(path, run);

const q = async (_req, res) => {
  res.json(await getItem(9)); // expect: call getItem ; sink: http GET /{}
};
const s = async (_req, res) => {
  res.json({ ok: true }); // sink: http GET /{}
};
const crossed = Object.entries({ '/q': q, '/s': s });
for (const [path] of crossed) for (const [, run] of crossed) app.get(path, run); // every path has both
