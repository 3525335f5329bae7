// Ways to put an address together, and one that nobody can see through: a request to somewhere of the service.
import path from 'node:path';
import { join } from 'path';
import { sign } from 'signatures';
import * as url from 'url';

const base = process.env.ACME_URL!;

export const a = () => fetch(url.resolve(base, '/items/1')); // expect: request GET /items/1
export const b = () => fetch(path.posix.join(base, 'items/2')); // expect: request GET /items/2
export const c = () => fetch(join(base, 'items', '3')); // expect: request GET /items/3
export const d = () => fetch(encodeURI(`${base}/items/4`)); // expect: request GET /items/4
export const e = () => fetch([base, 'items', '5'].filter(Boolean).join('/')); // expect: request GET /items/5
export const f = () => fetch(new URL('./items/6', base)); // expect: request GET /items/6
export const g = () => fetch(Array.of(base, '/items/7').join('')); // expect: request GET /{}
export const h = () => fetch(sign(`${base}/items/8`)); // expect: request GET /{}
export const i = () => fetch(`https://elsewhere.example/${encodeURIComponent(base)}`); // ok: only named there
export const j = () => fetch(path.join('/', 'items/9')); // ok: nothing of the service
