// The rules name every home the client had, here the older one, whose entry only re-exports; what it is made of belongs
// to it. Read so: a file that the client's module re-exports is part of the client, so its `fetch` is no direct access.
import { getItem } from './services/acme';
import { getItem as deep } from './services/http';

export async function show(id: number) {
  await getItem(id); // expect: call getItem
  return deep(id); // expect: call getItem
}
