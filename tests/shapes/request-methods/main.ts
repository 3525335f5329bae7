// Where the method stands: options in a variable, spread, under a computed key, in a Request, after an override.
const url = `${process.env.ACME_URL}/items`;
const json = { headers: { 'content-type': 'application/json' } };

export async function show(body: string) {
  const init: RequestInit = { ...json, method: 'PUT', body };
  await fetch(url, init); // expect: request PUT /items
  await fetch(url, { ...init, method: 'PATCH' }); // expect: request PATCH /items
  await fetch(url, { ['method']: 'POST' }); // expect: request POST /items
  await fetch(new Request(url, { method: 'DELETE' })); // expect: request DELETE /items
  const request = new Request(url);
  await fetch(request); // expect: request GET /items
  return fetch(url, json); // expect: request GET /items
}
