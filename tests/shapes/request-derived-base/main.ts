// Code of which nothing is known makes something of the base: what stands behind it is known all the same.
import { build, tidy } from 'url-things';

const base = process.env.ACME_URL ?? '';

export const tidied = () => fetch(`${tidy(base)}/items`); // expect: request GET /items
export const built = (id: number) => fetch(build(base, 'items', id)); // expect: request GET /{}
export const other = () => fetch(build('https://other.example', base.length)); // ok: another host
