// The function as what a parameter is when nothing is given. Read so: a reference at the default, the call no access.
import { findItems, getItem } from '@acme/client';

export async function show(id: number, load = getItem) { // expect: reference getItem
  return load(id); // ok: counted at the default
}

export async function list({ search = findItems } = {}) { // expect: reference findItems
  return search('x'); // ok: counted at the default
}

export async function other(getItem = (id: number) => id) {
  return getItem(1); // ok: the parameter shadows the import
}
