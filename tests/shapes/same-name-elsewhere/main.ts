// The name from another package, from another module, and taken out of another object.
import { getItem } from 'some-storage';
import { findItems as search } from './local';
import * as acme from '@acme/client';

export async function show(id: number, row: { getItem(id: number): number }) {
  getItem(id); // ok: of another package
  search('x'); // ok: of another module
  window.localStorage.getItem('key'); // ok: the browser's
  const { findItems } = { findItems: Number, ...row };
  findItems('x'); // ok: taken out of another object
  return [row.getItem(id), await acme.getItem(id)]; // expect: call getItem
}
