// An object with toJSON says itself what JSON writes of it: that is shown, and nothing else of it.
import { Controller, Get } from '@nestjs/common';
import { getItem } from '@acme/client';
import express from 'express';

class Shown {
  constructor(private readonly item: any) {}
  toJSON() {
    return { name: this.item.title };
  }
}
class Hidden {
  constructor(readonly item: any) {}
  toJSON() {
    return { done: true };
  }
}
class Deeper extends Hidden {}
class Plain {
  constructor(readonly item: any) {}
}

const app = express();
app.get('/shown', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.json(new Shown(item)); // proven: http GET /shown ; sink: http GET /shown
});
app.get('/listed', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.json({ data: [new Shown(item)] }); // proven: http GET /listed ; sink: http GET /listed
});
app.get('/text', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.send(JSON.stringify(new Shown(item))); // proven: http GET /text ; sink: http GET /text
});
app.get('/plain', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.json(new Plain(item)); // proven: http GET /plain ; sink: http GET /plain
});
app.get('/member', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.json(new Hidden(item).item); // proven: http GET /member ; sink: http GET /member
});
app.get('/copied', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.json({ ...new Hidden(item) }); // proven: http GET /copied ; sink: http GET /copied
});
app.get('/either', async (req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.json(req.query.all ? new Plain(item) : new Hidden(item)); // sink: http GET /either
});

// good twins: what it says has nothing of the item
app.get('/hidden', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: contained
  res.json(new Hidden(item));
});
app.get('/hidden/inside', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: contained
  res.json({ data: [new Deeper(item)] });
});
app.get('/hidden/text', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: contained
  res.send(JSON.stringify({ one: new Hidden(item) }));
});
app.get('/hidden/object', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: contained
  res.json({ item, toJSON: () => 'none' });
});

@Controller('items')
export class Items {
  @Get('shown')
  async shown() {
    const item = await getItem(1); // expect: call getItem ; reach: renders
    return new Shown(item); // proven: http GET /items/shown ; sink: http GET /items/shown
  }
  @Get('hidden')
  async hidden() {
    const item = await getItem(2); // expect: call getItem ; reach: contained
    return [new Hidden(item)];
  }
}
