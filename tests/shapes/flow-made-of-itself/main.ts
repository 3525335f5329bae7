// What a constructor has put into its object it finds there, and so do the methods that it calls.
import { getItem } from '@acme/client';
import express from 'express';

class Card {
  title: string;
  shown: string;
  note = 'none';
  constructor(item: { title: string }) {
    this.title = item.title;
    this.shown = this.title.toUpperCase();
    const same = this.note;
    this.note = same;
  }
}
class Page {
  shown = '';
  note = '';
  constructor(private title: string) {
    this.fill();
  }
  fill() {
    this.shown = this.title;
    this.note = 'none';
  }
}
class Heir extends Page {
  again = '';
  constructor(title: string) {
    super(title);
    [1].forEach(() => this.take());
  }
  take() {
    this.again = this.shown;
  }
}
class Late {
  title = '';
  shown = '';
  constructor(title: string) {
    this.take();
    this.title = title;
  }
  take() {
    this.shown = this.title;
  }
}
let current: { title: string } | null = null;
class Begun {
  held = current;
  shown = this.held?.title;
  note = 'none';
  again = this.note;
}

const app = express();
app.get('/card', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.json(new Card(item).shown); // sink: http GET /card ; proven: http GET /card
});
app.get('/card-note', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: contained
  res.json(new Card(item).note); // ok: the other field
});
app.get('/page', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  res.json(new Page(item.title).shown); // sink: http GET /page ; proven: http GET /page
});
app.get('/page-note', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: contained
  res.json(new Page(item.title).note); // ok: the other field
});
app.get('/heir', async (_req, res) => {
  const item = await getItem(5); // expect: call getItem ; reach: renders
  res.json(new Heir(item.title).again); // sink: http GET /heir ; proven: http GET /heir
});
app.get('/two', async (_req, res) => {
  const item = await getItem(6); // expect: call getItem ; reach: contained
  const other = new Page('none');
  new Page(item.title);
  res.json(other.shown); // ok: another object
});
app.get('/late', async (_req, res) => {
  const item = await getItem(7); // expect: call getItem ; reach: renders
  res.json(new Late(item.title).shown); // sink: http GET /late ; possible: http GET /late
});
app.get('/begun', async (_req, res) => {
  current = await getItem(8); // expect: call getItem ; reach: renders
  res.json(new Begun().shown); // sink: http GET /begun ; proven: http GET /begun
});
app.get('/begun-note', (_req, res) => {
  res.json(new Begun().again); // ok: of the other field
});
