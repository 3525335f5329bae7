// Helpers above helpers, in other files. Read so: `through` names the lines from the call down to the one that sends.
import { getJson, postJson } from './http';
import { raw } from './raw';

const base = process.env.ACME_URL;

export const show = (id: number) => getJson(`${base}/items/${id}`); // expect: request GET /items/{} through json, raw
export const add = () => postJson(`${base}/items`, {}); // expect: request POST /items through post, raw
export const drop = () => raw(`${base}/items`, { method: 'DELETE' }); // expect: request DELETE /items through raw
export const other = () => getJson(`${process.env.OTHER_URL}/items`); // ok: another service
