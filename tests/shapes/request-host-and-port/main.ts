// The variable holds a host: scheme and port stand around it, and a query is put behind the path as a whole.
const host = process.env.ACME_URL ?? 'localhost';

export const ported = () => fetch(`http://${host}:8080/items`); // expect: request GET /items
export const variable = (port: number) => fetch(`https://${host}:${port}/items/1`); // expect: request GET /items/1
export const searched = (given: URL) => fetch(`https://${host}/items${given.search}`); // expect: request GET /items
export const other = () => fetch(`http://localhost:8080/${host}`); // ok: another host
