// Names and methods that look like a request: a map's `get`, a router's `post`, another `axios`, a shadowed `fetch`.
import { http } from './http';

const base = `${process.env.ACME_URL}/items`;
const axios = { get: (url: string) => url };

export const map = (cache: Map<string, number>) => cache.get(base); // ok: a map
export const own = () => axios.get(base); // ok: an object of this file
export const sent = () => http.get(base); // ok: an object of the project that sends nothing
export const shadow = (fetch: (url: string) => string = String) => fetch(base); // ok: a parameter
export const live = () => fetch(base); // expect: request GET /items
