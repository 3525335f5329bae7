// Code of which nothing is known gets an object and hands it out again. Who calls a method of what it hands out writes
// into the object that it was given: what the field holds is lost there. What nobody is given stays where it is.
import { findItems, getItem } from '@acme/client';
import express from 'express';
import { current, held, keep } from 'registry';

class Store {
  item: unknown = undefined;
  async load() {
    this.item = await getItem(1); // expect: call getItem ; reach: escapes
  }
}

class Drafts {
  item: unknown = undefined;
  other = 1;
  async load() {
    this.item = await findItems('x'); // expect: call findItems ; reach: contained
  }
}

class Shown {
  items: unknown = undefined;
  async load() {
    this.items = await getItem(2); // expect: call getItem ; reach: renders
  }
}

keep(new Store()); // escape: unmodelled-code
keep({ other: 1 }); // ok: nothing of a result
const store: Store = current();
await store.load();

const drafts = new Drafts();
await drafts.load();

const shown = held(new Shown());
const again: Shown = current();
await again.load();
express().get('/shown', (req, res) => {
  res.json(shown); // sink: http GET /shown
});
express().get('/drafts', (req, res) => {
  res.json(drafts.other); // ok: another field
});
