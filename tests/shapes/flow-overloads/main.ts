// A function with overloads is declared several times; whoever names it means the one with a body.
import { getItem } from '@acme/client';
import express from 'express';
import { byEither, default as byDefault } from './overloaded';

async function load(id: number): Promise<string>;
async function load(id: string): Promise<string>;
async function load(id: number | string) {
  return (await getItem(Number(id))).title; // expect: call getItem ; reach: renders ; keyed: request
}

function unused(id: number): Promise<unknown>;
function unused(id: string): Promise<unknown>;
function unused(id: number | string) {
  return getItem(Number(id)); // expect: call getItem ; reach: unreachable
}

const app = express();
app.get('/a/:id', async (req, res) => {
  function inner(id: number): Promise<unknown>;
  function inner(id: string): Promise<unknown>;
  function inner(id: number | string) {
    return getItem(Number(id)); // expect: call getItem ; reach: renders
  }
  res.json(await load(req.params.id)); // sink: http GET /a/:id ; proven: http GET /a/:id
  res.json(await inner(req.params.id)); // sink: http GET /a/:id ; proven: http GET /a/:id
});
app.get('/b/:id', async (req, res) => {
  res.json(await byEither(req.params.id)); // sink: http GET /b/:id ; proven: http GET /b/:id
});
app.get('/c/:id', async (req, res) => {
  res.json(await byDefault(req.params.id)); // sink: http GET /c/:id ; proven: http GET /c/:id
});
app.get('/d/:id', async (req, res) => {
  function load(id: string): string;
  function load(id: number | string) {
    return `item ${id}`;
  }
  res.json(load(req.params.id)); // ok: a function of its own under that name
});
