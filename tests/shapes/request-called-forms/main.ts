// `fetch` by other names and by way of the global object; a local `fetch` is something else.
import { fetch as local } from './local';

const url = `${process.env.ACME_URL}/items`;
const get = fetch;
const { fetch: taken } = globalThis;

export const byGlobal = () => globalThis.fetch(url); // expect: request GET /items
export const byWindow = () => window.fetch(url); // expect: request GET /items
export const byAlias = () => get(url); // expect: request GET /items
export const byTaken = () => taken(url); // expect: request GET /items
export const byCall = () => fetch.call(globalThis, url); // expect: request GET /items
export const none = () => local(url); // ok: a function of the project that sends nothing
