// The function given to timers, promises, events and methods of arrays, with and without its own arguments beside it.
import { findItems, getItem } from '@acme/client';
import { EventEmitter } from 'node:events';

const bus = new EventEmitter();

export async function show(ids: number[]) {
  setTimeout(getItem, 10, 1); // expect: reference getItem
  bus.on('item', getItem); // expect: reference getItem
  bus.emit('getItem', 1); // ok: a string
  await Promise.resolve(1).then(getItem, console.error); // expect: reference getItem
  await Promise.resolve('x').then((text) => findItems(text)); // expect: call findItems
  return [...ids.map(getItem), ...ids.filter(Boolean).flatMap(getItem)]; // expect: reference getItem ; reference getItem
}
