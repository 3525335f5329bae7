// The base and the paths are fields of objects: literal, nested, frozen, spread, written later.
const config = Object.freeze({ acme: { url: process.env.ACME_URL, timeout: 5 }, other: { url: process.env.OTHER_URL } });
const PATHS = { item: (id: number) => `/items/${id}`, health: '/health' } as const;
const merged = { ...config, name: 'merged' };
const later: { url?: string } = {};
later.url = process.env.ACME_URL;

export const show = (id: number) => fetch(`${config.acme.url}${PATHS.item(id)}`); // expect: request GET /items/{}
export const health = () => fetch(config.acme.url + PATHS.health); // expect: request GET /health
export const spread = () => fetch(`${merged.acme.url}/spread`); // expect: request GET /spread
export const set = () => fetch(`${later.url}/later`); // expect: request GET /later
export const other = () => fetch(config.other.url + PATHS.health); // ok: the other service's field
