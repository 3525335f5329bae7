// A field that begins with what a parameter of the constructor put into the object is that of this object alone.
import { getItem, type Item } from '@acme/client';
import express from 'express';
import { firstValueFrom, from, map, type Observable } from 'rxjs';

class Shown {
  readonly upper = this.title.toUpperCase();
  readonly note = this.rest.trim();
  readonly show = () => this.title;
  constructor(
    private readonly title: string,
    private readonly rest: string,
  ) {}
}
class Above {
  constructor(readonly held: string) {}
}
class Below extends Above {
  readonly twice = `${this.own} ${this.own}`;
  constructor(
    private readonly own: string,
    held: string,
  ) {
    super(held);
  }
}
class Source {
  readonly items$ = from(getItem(1)); // expect: call getItem ; reach: renders
  readonly numbers$ = from([1]);
}
class View {
  readonly titles$: Observable<string> = this.source.items$.pipe(map((item: Item) => item.title));
  readonly counts$ = this.source.numbers$.pipe(map((count: number) => count + 1));
  constructor(private readonly source: Source) {}
}
const view = new View(new Source());

const app = express();
app.get('/upper', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  const shown = new Shown(item.title, 'x');
  res.write(shown.note); // ok: begins with something else
  res.write(new Shown('x', 'y').upper); // ok: another object
  res.write(shown.upper); // sink: http GET /upper ; proven: http GET /upper
});
app.get('/show', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  res.send(new Shown(item.title, 'x').show()); // sink: http GET /show ; proven: http GET /show
});
app.get('/below', async (_req, res) => {
  const item = await getItem(4); // expect: call getItem ; reach: renders
  const below = new Below(item.title, 'x');
  res.write(below.held); // ok: what it was not given
  res.write(below.twice); // sink: http GET /below ; proven: http GET /below
});
app.get('/titles', async (_req, res) => {
  res.json(await firstValueFrom(view.titles$)); // sink: http GET /titles
});
app.get('/counts', async (_req, res) => {
  res.json(await firstValueFrom(view.counts$)); // ok: of numbers
});
