// The URL is built in steps, over constants of the module and locals, one of them overwritten.
const API = `${process.env.ACME_URL}/api`;
const ITEMS = `${API}/items`;

export async function show(id: number, tracks: boolean) {
  const one = `${ITEMS}/${id}`;
  await fetch(one); // expect: request GET /api/items/{}
  const init = { method: 'PATCH' };
  await fetch(ITEMS, init); // expect: request PATCH /api/items
  let url = `${ITEMS}/old`;
  url = 'https://other.example/items';
  await fetch(url); // ok: overwritten before it is used
  const all = tracks ? `${ITEMS}/tracks` : `${ITEMS}/tracks`;
  return fetch(all); // expect: request GET /api/items/tracks
}
