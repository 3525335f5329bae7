// Clients that are a vocabulary row and nothing more.
import needle from 'needle';
import { $fetch as from, ofetch } from 'ofetch';
import request from 'request-promise';

const base = process.env.ACME_URL;

export const a = () => needle('put', `${base}/items/1`, {}); // expect: request PUT /items/1
export const b = () => needle.get(`${base}/items/2`); // expect: request GET /items/2
export const c = () => needle.post(`${base}/items/3`, {}); // expect: request POST /items/3
export const d = () => request({ uri: `${base}/items/4`, method: 'POST' }); // expect: request POST /items/4
export const e = () => request.delete('/items/5', { baseUrl: base }); // expect: request DELETE /items/5
export const f = () => ofetch('/items/6', { baseURL: base }); // expect: request GET /items/6
export const g = () => from(`${base}/items/7`); // expect: request GET /items/7
export const h = () => $fetch('/items/8', { baseURL: base }); // expect: request GET /items/8
export function i() {
  const sent = new XMLHttpRequest();
  sent.open('PATCH', `${base}/items/9`); // expect: request PATCH /items/9
  sent.send();
}
export const j = () => needle('get', '/items/10', { base }); // ok: a relative address
export function k() {
  const other = new XMLHttpRequest();
  other.open('GET', 'https://elsewhere.example'); // ok: another service
  other.setRequestHeader('x-from', base!);
}
