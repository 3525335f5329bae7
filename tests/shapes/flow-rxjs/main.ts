// RxJS: what an Observable is made of comes to who subscribes, through the operators that it passes.
import { getItem } from '@acme/client';
import express from 'express';
import { firstValueFrom, from, map, of, tap } from 'rxjs';

const load = () => getItem(1); // expect: call getItem
const app = express();

app.get('/first', async (_req, res) => {
  res.json(await firstValueFrom(from(load()))); // sink: http GET /first
});
app.get('/piped', async (_req, res) => {
  const shown = of(await load()).pipe(map((one) => one.title));
  shown.subscribe((title) => res.send(title)); // sink: http GET /piped
});
app.get('/seen', async (_req, res) => {
  from(load())
    .pipe(tap((one) => console.log(one.title))) // sink: log
    .subscribe(() => res.sendStatus(204));
});
app.get('/others', async (_req, res) => {
  await load();
  of({ title: 'none' }).subscribe({ next: (one) => res.json(one) }); // ok: another Observable
});
