// A method that is overridden, on an object that a field or a parameter holds as one of the base class.
import { getItem } from '@acme/client';
import express from 'express';
class Card {
  async load(id: number): Promise<unknown> { return getItem(1); } // expect: call getItem ; reach: renders
  async other(id: number): Promise<unknown> { return null; }
}
class Named extends Card {
  async load(id: number) { return getItem(2); } // expect: call getItem ; reach: renders
  async other(id: number) { return getItem(3); } // expect: call getItem ; reach: renders
}
export class Shelf {
  constructor(private readonly card: Card) {}
  show(id: number) { return this.card.load(id); }
  more(id: number) { return this.card.other(id); }
}
async function shown(card: Card, id: number) { return card.load(id); }
const shelf = new Shelf(new Named());
const app = express();
app.get('/a/:id', async (req, res) => {
  res.json(await shown(new Card(), Number(req.params.id))); // sink: http GET /a/:id ; proven: http GET /a/:id
});
app.get('/b/:id', async (req, res) => {
  res.json(await shelf.show(Number(req.params.id))); // sink: http GET /b/:id ; proven: http GET /b/:id
});
app.get('/c/:id', async (req, res) => {
  res.json(await shelf.more(Number(req.params.id))); // sink: http GET /c/:id ; proven: http GET /c/:id
});
