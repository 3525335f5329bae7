// What is spread into a request: a list written there, one made nearby, one that a function gives, and `...rest`.
const url = `${process.env.ACME_URL}/items`;
const made = (path: string): [string, RequestInit] => [`${url}${path}`, { method: 'PATCH' }];
const send = (...args: Parameters<typeof fetch>) => fetch(...args);
const timed = (limit: number, ...args: [string, RequestInit?]) => fetch(...args);

export function show() {
  const given = [url, { method: 'PUT' }] as const;
  fetch(...[url]); // expect: request GET /items
  fetch(...given); // expect: request PUT /items
  fetch(...made('/5')); // expect: request PATCH /items/5
  fetch.apply(null, [url, { method: 'DELETE' }]); // expect: request DELETE /items
  Reflect.apply(fetch, undefined, [url, { method: 'POST' }]); // expect: request POST /items
  send(url, { method: 'HEAD' }); // expect: request HEAD /items through main.ts:4
  timed(5, url); // expect: request GET /items through main.ts:5
  send('http://elsewhere.example', { headers: { referer: url } }); // ok: another service's address
  return fetch(...['http://elsewhere.example', { body: url }]); // ok: the address stands in the body
}
