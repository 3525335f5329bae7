// The base itself is a parameter: a wrapper, each call of which says which service is meant.
const load = (baseUrl: string, id: number) => fetch(`${baseUrl}/items/${id}`); // here: load ; ok: its host is open

export const acme = (id: number) => load(process.env.ACME_URL ?? '', id); // expect: request GET /items/{} through load
export const other = (id: number) => load(process.env.OTHER_URL ?? '', id); // ok: another service
