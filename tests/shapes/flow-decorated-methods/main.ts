// A decorator may put another function in the place of a method: that is what callers get, and what answers.
import { getItem } from '@acme/client';
import { Controller, Get } from '@nestjs/common';
import express from 'express';
import { Traced } from 'traces-methods';
import { Empties, Hides, Logged, Registers, Roles, quiet, wraps } from './above';

class Shelf {
  @Logged('shelf')
  async logged() {
    return getItem(1); // expect: call getItem ; reach: renders
  }
  @wraps
  async wrapped() {
    return getItem(1); // expect: call getItem ; reach: renders
  }
  @Registers
  @Roles('all')
  async registered() {
    return getItem(1); // expect: call getItem ; reach: renders
  }
  @Traced()
  async traced() {
    return getItem(1); // expect: call getItem ; reach: renders
  }
  @Hides
  async hidden() {
    return getItem(2); // expect: call getItem ; reach: contained
  }
  @Empties()
  async emptied() { // escape: unresolved-call
    return getItem(2); // expect: call getItem
  }
  @quiet
  async quiet() {
    return getItem(2); // expect: call getItem ; reach: contained
  }
  @Registers
  @Hides
  async twice() {
    return getItem(2); // expect: call getItem ; reach: contained
  }
}

const app = express();
const shelf = new Shelf();
app.get('/logged', async (_req, res) => {
  res.json(await shelf.logged()); // possible: http GET /logged ; sink: http GET /logged
});
app.get('/wrapped', async (_req, res) => {
  res.json((await shelf.wrapped()).data); // possible: http GET /wrapped ; sink: http GET /wrapped
});
app.get('/registered', async (_req, res) => {
  res.json(await shelf.registered()); // proven: http GET /registered ; sink: http GET /registered
});
app.get('/traced', async (_req, res) => {
  res.json(await shelf.traced()); // possible: http GET /traced ; sink: http GET /traced
});
app.get('/none', async (_req, res) => {
  res.json([await shelf.hidden(), await shelf.emptied(), await shelf.quiet(), await shelf.twice()]); // ok: nothing of it
});

@Controller('items')
export class Items {
  @Get('logged')
  @Logged('items')
  async logged() {
    return getItem(3); // expect: call getItem ; possible: http GET /items/logged ; sink: http GET /items/logged
  }
  @Hides
  @Get('hidden')
  async hidden() {
    return getItem(4); // expect: call getItem ; reach: contained
  }
  @Get('plain')
  @Roles('all')
  async plain() {
    return getItem(3); // expect: call getItem ; proven: http GET /items/plain ; sink: http GET /items/plain
  }
  @Get('traced')
  @Traced()
  async traced() {
    return getItem(3); // expect: call getItem ; possible: http GET /items/traced ; sink: http GET /items/traced
  }
}
