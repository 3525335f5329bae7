// A helper that takes the path and adds the base: its endpoint is open too. One that takes a part of the path has its
// endpoint on its own line, with `{}`. Read so: it is no wrapper.
const base = process.env.ACME_URL;

const call = (path: string, method = 'GET') => fetch(`${base}${path}`, { method }); // here: call ; ok: its endpoint is open
const item = (id: number) => fetch(`${base}/items/${id}`); // expect: request GET /items/{}

export const health = () => call('/health'); // expect: request GET /health through call
export const drop = (id: number) => call(`/items/${id}?soft=1`, 'DELETE'); // expect: request DELETE /items/{} through call
export const show = () => item(1); // ok: a function that merely calls one that sends
