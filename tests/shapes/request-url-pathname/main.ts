// The path of a URL object, made of what it was before.
const base = process.env.ACME_URL!;
const other = 'http://elsewhere.example';

export function added(id: string) {
  const url = new URL(base);
  url.pathname += '/items/' + id;
  return fetch(url); // expect: request GET /items/{}
}

export function rewritten(id: string) {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/lists/${id}`;
  return fetch(url); // expect: request GET /lists/{}
}

export function elsewhere(id: string) {
  const url = new URL(other);
  url.pathname += '/items/' + id;
  url.hash = base;
  return fetch(url); // ok: another service's address
}
