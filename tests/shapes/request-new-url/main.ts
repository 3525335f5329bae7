// `new URL(path, base)`, its parts set afterwards, its string taken in several ways.
const base = process.env.ACME_URL ?? '';

export async function show(id: number) {
  await fetch(new URL('/health', base)); // expect: request GET /health
  await fetch(new URL(`/items/${id}`, process.env.ACME_URL).toString()); // expect: request GET /items/{}
  const url = new URL(`${base}/items`);
  url.searchParams.set('q', `${id}`);
  await fetch(url.href); // expect: request GET /items
  const set = new URL(base);
  set.pathname = '/tracks';
  await fetch(set, { method: 'POST' }); // expect: request POST /tracks
  return fetch(new URL('https://other.example/items')); // ok: another host
}
