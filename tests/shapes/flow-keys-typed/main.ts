// A computed key means what its written type allows, where that is nothing but texts, and no other member.
import { getItem } from '@acme/client';
import express from 'express';
import { CONFS, type Kind, type Open, type Target } from './conf';

const app = express();
function texts(item: unknown): Record<Kind, string | null> {
  const out = { other: null } as unknown as Record<Kind, string | null>;
  for (const conf of CONFS) out[conf.kind] = (item as Record<string, string>)[conf.column];
  return out;
}
app.get('/table/:id', async (req, res) => {
  const found = texts(await getItem(1)); // expect: call getItem ; reach: renders
  res.write(String(found.other)); // ok: no key of the table
  res.json(found.label); // sink: http GET /table/:id
});

async function phase(target: 'albums' | 'later') {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  const result = { albums: { title: '' }, later: { title: '' }, stopped: { title: '' } };
  const part = result[target];
  part.title = item.title;
  return result;
}
app.get('/typed', async (req, res) => {
  const result = await phase(req.query.target as 'albums');
  res.write(result.stopped.title); // ok: none of the two
  res.json(result.albums.title); // sink: http GET /typed
});

async function named(target: Kind) {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  const result: Record<string, unknown> = {};
  result[target] = item.title;
  return result;
}
app.get('/named', async (req, res) => {
  const result = await named(req.query.kind as Kind);
  res.write(String(result.stopped)); // ok: no kind
  res.json(result.title); // sink: http GET /named
});

async function open(target: Open) {
  const item = await getItem(4); // expect: call getItem ; reach: renders
  const result: Record<string, unknown> = {};
  result[target] = item.title;
  return result;
}
app.get('/open', async (req, res) => {
  const result = await open(req.query.target as Open);
  res.json(result.stopped); // sink: http GET /open
});
async function partly(target: Target) {
  const item = await getItem(5); // expect: call getItem ; reach: renders
  const result: Record<string, unknown> = {};
  result[target] = item.title;
  return result;
}
app.get('/partly', async (req, res) => {
  const result = await partly(req.query.target as Target);
  res.json(result.stopped); // sink: http GET /partly
});
