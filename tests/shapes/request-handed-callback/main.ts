// A function that sends is given by its name to code that is not here, which calls it with what it has.
import { EventEmitter } from 'node:events';
import pMap from 'p-map';

const base = process.env.ACME_URL;
const fetchOne = (path: string) => fetch(`${base}${path}`);
const get = (url: string) => fetch(url);
const send = (path: string) => fetch(`${base}${path}`);
const ping = (url = `${base}/items/5`) => fetch(url); // expect: request GET /items/5
const byId = (id: string) => fetch(`${base}/items/of/${id}`); // expect: request GET /items/of/{}
const unused = (url: string) => fetch(url); // ok: it is given another service's address

export const all = () => Promise.all(['/items/1'].map(fetchOne)); // expect: request GET /items/1 through main.ts:6
export const whole = () => Promise.all([`${base}/items/2`].map(get)); // expect: request GET /items/2 through main.ts:7
export const limited = () => pMap([`${base}/items/3`], get, { concurrency: 2 }); // expect: request GET /items/3 through main.ts:7
export const called = () => send('/items/4'); // expect: request GET /items/4 through main.ts:8
export const each = () => ['/items/6'].forEach(send); // expect: request GET /items/6 through main.ts:8
export const other = () => Promise.all(['http://elsewhere.example'].map(unused));
setInterval(ping, 1000);
new EventEmitter().on('item', byId);
