// An own bus hands names of events on to an emitter: what is told under one name is not sure to come to others.
import { EventEmitter, once } from 'node:events';
import { getItem } from '@acme/client';
import express from 'express';

class Bus {
  private readonly inner = new EventEmitter();
  on(name: string, listener: (value: unknown) => void) {
    this.inner.on(name, listener);
    return this;
  }
  tell(name: string, ...values: unknown[]) {
    this.inner.emit(name, ...values);
  }
}
const bus = new Bus();
const NAMES = { item: 'item.loaded', other: 'other.loaded' } as const;
function showOther(value: unknown) {
  console.log('other', value); // sink: log ; possible: log
}
bus.on(NAMES.item, (value) => {
  console.log('item', value); // sink: log ; proven: log
});
bus.on(NAMES.other, showOther);
const app = express();
app.post('/items', async (_req, res) => {
  bus.tell(NAMES.item, await getItem(1)); // expect: call getItem
  res.end();
});

const emitter = new EventEmitter();
app.post('/told', async (_req, res) => {
  emitter.emit('item', await getItem(2)); // expect: call getItem ; reach: renders
  res.end();
});
app.get('/heard', async (_req, res) => {
  const [item] = await once(emitter, 'item');
  res.json(item); // sink: http GET /heard
});
app.get('/other', async (_req, res) => {
  const [item] = await once(emitter, 'other');
  res.json(item);
});
app.listen(1);
