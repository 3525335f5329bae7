// `default` is an export like any other: alone, beside named ones, beside a namespace, and written out.
import load from './items';
import first, { findItems } from './items';
import second, * as items from './items';
import { default as third } from './items';

export async function show(id: number) {
  await load(id); // expect: call getItem
  await first(id); // expect: call getItem
  await findItems('x'); // expect: call findItems
  await second(id); // expect: call getItem
  await third(id); // expect: call getItem
  return items.default(id); // expect: call getItem
}
