// Functions that a constructor makes, or that stand in what a field begins with, see what the object is given later.
import { getItem } from '@acme/client';
import express from 'express';
import { BehaviorSubject, firstValueFrom, map } from 'rxjs';

const app = express();
class Clock {
  private last: unknown;
  private none: unknown;
  readonly view = { last: () => this.last, none: () => this.none };
  constructor() {
    setInterval(() => {
      console.log('last', this.last); // sink: log
      console.log('none', this.none); // ok: nobody puts anything there
    }, 1000);
    setInterval(() => this.tick(), 1000);
  }
  tick() {
    console.log('tick', this.last); // sink: log
  }
  set(value: unknown) {
    this.last = value;
  }
}
const clock = new Clock();
app.post('/clock', async (_req, res) => {
  clock.set(await getItem(1)); // expect: call getItem ; reach: renders
  res.end();
});
app.get('/last', (_req, res) => {
  res.json(clock.view.last()); // sink: http GET /last
});
app.get('/none', (_req, res) => {
  res.json(clock.view.none());
});

class Pages {
  private item: unknown;
  private none: unknown;
  constructor(router: express.Router) {
    this.show = this.show.bind(this);
    router.get('/page', this.show);
    router.get('/hidden', this.hide.bind(this));
  }
  show(_req: express.Request, res: express.Response) {
    res.json(this.item); // sink: http GET /page
  }
  hide(_req: express.Request, res: express.Response) {
    res.json(this.none);
  }
  keep(item: unknown) {
    this.item = item;
  }
}
const pages = new Pages(app);
app.post('/page', async (_req, res) => {
  pages.keep(await getItem(2)); // expect: call getItem ; reach: renders
  res.end();
});

class Kept {
  private item: unknown;
  readonly actions = {
    load: async () => {
      this.item = await getItem(3); // expect: call getItem ; reach: renders
    },
  };
  get() {
    return this.item;
  }
}
const kept = new Kept();
app.get('/kept', async (_req, res) => {
  await kept.actions.load();
  res.json(kept.get()); // sink: http GET /kept
});

class Shop {
  private readonly items = new BehaviorSubject<any>(null);
  private readonly notes = new BehaviorSubject<any>(null);
  readonly titles$ = this.items.pipe(map((item) => item.title));
  readonly notes$ = this.notes.pipe(map((note) => note.text));
  async load() {
    this.items.next(await getItem(4)); // expect: call getItem ; reach: renders
  }
}
const shop = new Shop();
app.get('/titles', async (_req, res) => {
  await shop.load();
  res.json(await firstValueFrom(shop.titles$)); // sink: http GET /titles
});
app.get('/notes', async (_req, res) => {
  res.json(await firstValueFrom(shop.notes$));
});
app.listen(1);
