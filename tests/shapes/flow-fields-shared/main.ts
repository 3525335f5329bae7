// Two fields of an object that hold the same one: what is written into it by one of them is read by the other.
import { getItem } from '@acme/client';
import express from 'express';

class Begun {
  private row: { title?: string } = {};
  readonly shown = this.row;
  async load() {
    this.row.title = (await getItem(1)).title; // expect: call getItem ; reach: renders
  }
}
class Constructed {
  private readonly rows = new Map<string, string>();
  readonly shown: Map<string, string>;
  constructor() {
    this.shown = this.rows;
  }
  async load() {
    this.rows.set('title', (await getItem(2)).title); // expect: call getItem ; reach: renders
  }
}
class Given {
  readonly shown: { title?: string };
  constructor(private readonly row: { title?: string }) {
    this.shown = row;
  }
  async load() {
    this.row.title = (await getItem(3)).title; // expect: call getItem ; reach: renders
  }
}
class Apart {
  private row: { title?: string } = {};
  readonly shown: { title?: string } = {};
  async load() {
    this.row.title = (await getItem(4)).title; // expect: call getItem ; reach: contained
  }
}
class Copied {
  private row: { title?: string } = {};
  readonly shown = { ...this.row };
  async load() {
    this.row.title = (await getItem(5)).title; // expect: call getItem ; reach: contained
  }
}
class Kept {
  #row: { tags: string[] };
  constructor(row: { tags: string[] }) {
    this.#row = row;
  }
  get shown() {
    return this.#row;
  }
}
const plain: { title: string; tags: string[] } = { title: 'x', tags: [] };

const app = express();
app.get('/begun', async (_req, res) => {
  const one = new Begun();
  await one.load();
  res.json(one.shown.title); // sink: http GET /begun ; proven: http GET /begun
});
app.get('/constructed', async (_req, res) => {
  const one = new Constructed();
  await one.load();
  res.json([...one.shown.values()]); // sink: http GET /constructed ; proven: http GET /constructed
});
app.get('/given', async (_req, res) => {
  const one = new Given({});
  await one.load();
  res.json(one.shown.title); // sink: http GET /given ; proven: http GET /given
});
app.get('/apart', async (_req, res) => {
  const one = new Apart();
  await one.load();
  res.json(one.shown.title); // ok: another object
});
app.get('/copied', async (_req, res) => {
  const one = new Copied();
  await one.load();
  res.json(one.shown.title); // ok: a copy
});
app.get('/kept', async (_req, res) => {
  const item = await getItem(6); // expect: call getItem ; reach: renders
  res.json(new Kept({ ...plain, tags: [item.title] }).shown); // sink: http GET /kept ; proven: http GET /kept
});
app.get('/plain', (_req, res) => {
  res.json(plain.tags); // ok: what the copy was given instead
});
