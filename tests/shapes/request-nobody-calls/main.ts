// A helper that takes the path and that nobody calls: what it requests cannot be told, and is not passed over in silence.
const base = process.env.ACME_URL;

export const call = (path: string) => fetch(`${base}${path}`); // unresolved: its endpoint is its callers' business
export const rows = (kind: string, id: number) => fetch(`${base}/${kind}/${id}/rows`); // expect: request GET /{}/{}/rows
export const fallback = (path = '/items') => fetch(`${base}${path}`); // expect: request GET /items
