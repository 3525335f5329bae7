// Optional chaining in every place it can stand.
import * as acme from '@acme/client';
import { getItem } from '@acme/client';

export async function show(id: number, local?: { getItem(id: number): number }) {
  await acme?.getItem(id); // expect: call getItem
  await acme.getItem?.(id); // expect: call getItem
  await acme?.['findItems']?.('x'); // expect: call findItems
  await getItem?.(id); // expect: call getItem
  const tracks = (await getItem(id))?.tracks?.[0]?.title; // expect: call getItem
  return [local?.getItem?.(id), tracks]; // ok: a parameter's method
}
