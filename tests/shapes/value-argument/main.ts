// The function handed to another, in the root's own code or in a library's.
import { findItems, getItem, lookupItem } from '@acme/client';
import { retry } from './retry';

export async function show(ids: number[]) {
  const items = await Promise.all(ids.map(getItem)); // expect: reference getItem
  const found = await retry(findItems, 'x'); // expect: reference findItems
  const looked = await retry(lookupItem, 'x'); // expect: reference lookupItem
  const lazy = await retry((text: string) => findItems(text), 'x'); // expect: call findItems
  return { items, found, looked, lazy };
}
