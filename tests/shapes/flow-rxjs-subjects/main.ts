// What a subject of RxJS is told comes to who listens to it, also by what it gives to be listened to; to no other one.
import { getItem } from '@acme/client';
import express from 'express';
import { BehaviorSubject, firstValueFrom, Subject } from 'rxjs';

class Store {
  private readonly item = new BehaviorSubject<unknown>(null);
  readonly shown = this.item.asObservable();
  async load() {
    this.item.next(await getItem(1)); // expect: call getItem ; reach: renders
  }
}
const told = new Subject<unknown>();
const other = new Subject<unknown>();

const app = express();
app.get('/store', async (_req, res) => {
  const store = new Store();
  await store.load();
  store.shown.subscribe((item) => res.json(item)); // sink: http GET /store ; proven: http GET /store
});
app.get('/tell', async (_req, res) => {
  told.next(await getItem(2)); // expect: call getItem ; reach: renders
  other.next('done');
  res.end();
});
app.get('/told', (_req, res) => {
  told.subscribe({ next: (item) => res.write(item) }); // sink: http GET /told ; proven: http GET /told
});
app.get('/other', (_req, res) => {
  other.subscribe((item) => res.write(item)); // ok: another subject
});
app.get('/held', async (_req, res) => {
  const held = new BehaviorSubject(await getItem(3)); // expect: call getItem ; reach: renders
  res.json(await firstValueFrom(held)); // sink: http GET /held ; proven: http GET /held
});
app.get('/asked', async (_req, res) => {
  const held = new BehaviorSubject(await getItem(4)); // expect: call getItem ; reach: renders
  res.json(held.getValue().title); // sink: http GET /asked ; proven: http GET /asked
});
