// What server functions of TanStack Start give comes to those who call them.
import { getItem } from '@acme/client';
import { createServerFn } from '@tanstack/react-start';
import { setCookie } from '@tanstack/react-start/server';

export const load = createServerFn({ method: 'GET' })
  .inputValidator((id: number) => id)
  .handler(async ({ data }) => getItem(data)); // expect: call getItem
export const login = createServerFn({ method: 'POST' }).handler(async () => {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  setCookie('title', item.title); // sink: http ; proven: http
  return { ok: true };
});
export const kept = createServerFn({ method: 'POST' }).handler(async () => {
  const item = await getItem(3); // expect: call getItem ; reach: contained
  return { ok: true, title: 'x', id: item.id };
});
export const titled = createServerFn({ method: 'POST' }).handler(async () => {
  const item = await getItem(4); // expect: call getItem
  return { title: item.title, length: 1 };
});
