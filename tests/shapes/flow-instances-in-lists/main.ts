// Methods are called on objects that come out of promises of several, lists and maps: whose method it is, is known.
import { getItem } from '@acme/client';
import express from 'express';

class Card {
  constructor(private readonly item: { title: string; seen: boolean }) {}
  static async of(id: number) {
    const item = await getItem(id); // expect: call getItem ; reach: renders
    return new Card(item);
  }
  shown() {
    return this.item.title;
  }
  kept() {
    console.log(this.item.seen); // sink: log ; proven: log
  }
}
class Blank {
  shown() {
    return 'nothing';
  }
}
async function ready() {}

const app = express();
app.get('/all', async (_req, res) => {
  const [, card] = await Promise.all([ready(), Card.of(1)]);
  card.kept();
  res.json(card.shown()); // sink: http GET /all ; proven: http GET /all
});
app.get('/each', async (_req, res) => {
  const cards = await Promise.all([1, 2].map((id) => Card.of(id)));
  for (const card of cards) card.kept();
  res.json(cards.map((card) => card.shown())); // sink: http GET /each ; proven: http GET /each
});
app.get('/found', async (_req, res) => {
  const cards: Card[] = [];
  cards.push(await Card.of(2));
  cards.at(-1)!.kept();
  res.json(cards.slice(0)[0].shown()); // sink: http GET /found ; proven: http GET /found
});
app.get('/settled', async (_req, res) => {
  const [one] = await Promise.allSettled([Card.of(3)]);
  res.json(one.status === 'fulfilled' ? one.value.shown() : null); // sink: http GET /settled ; proven: http GET /settled
});
app.get('/blank', async (_req, res) => {
  const [, blank] = await Promise.all([Card.of(4), new Blank()]);
  res.json(blank.shown()); // ok: what a blank shows is no item
});
