// The URL by `+`, `+=`, `concat`, `join`, and by a path helper of node.
import { posix } from 'node:path';

const base = process.env.ACME_URL;
const V2 = '/v2';

export async function show(id: number, text: string) {
  await fetch(base + '/items/' + id); // expect: request GET /items/{}
  await fetch(base + V2 + '/items?q=' + encodeURIComponent(text)); // expect: request GET /v2/items
  let url = base + '/tracks';
  url += `/${id}`;
  await fetch(url); // expect: request GET /tracks/{}
  await fetch(base!.concat('/concat')); // expect: request GET /concat
  await fetch([base, 'items', id].join('/')); // expect: request GET /items/{}
  return fetch('https://other.example' + posix.join('/', V2, 'items')); // ok: another host
}
