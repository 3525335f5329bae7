// A path of which nothing is known but that it follows the base; a path that comes whole from the caller's request.
const base = process.env.ACME_URL;

export const kind = (row: { kind: string; id: number }) => fetch(`${base}/${row.kind}/${row.id}/tracks`); // expect: request GET /{}/{}/tracks
export const part = (row: { id: number }) => fetch(`${base}/items/item-${row.id}`); // expect: request GET /items/item-{}
export const other = (row: { host: string }) => fetch(`https://${row.host}/${base}`); // ok: another host, of which the URL is a path
