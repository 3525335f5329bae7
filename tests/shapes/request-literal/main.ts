// The plain request: the variable in a template, method from the options, `{}` for what varies, the query cut off.
export async function show(id: number, text: string) {
  await fetch(`${process.env.ACME_URL}/items/${id}`); // expect: request GET /items/{}
  await fetch(`${process.env['ACME_URL']}/items?q=${text}`, { method: 'get' }); // expect: request GET /items
  await fetch(`${process.env.ACME_URL}/items/${id}/tracks#${text}`, { method: 'DELETE' }); // expect: request DELETE /items/{}/tracks
  await fetch(process.env.ACME_URL!); // expect: request GET /
  return fetch(`${process.env.OTHER_URL}/items/${id}`); // ok: another service
}
