// node's own clients, with a URL or with options; the host may be taken out of the variable before.
import http, { request } from 'node:http';
import * as https from 'https';

const TIMES = { timeout: 100 };
const url = new URL(process.env.ACME_URL ?? '');

export function show(id: number) {
  http.get(`${process.env.ACME_URL}/items/${id}`, (response) => response.resume()); // expect: request GET /items/{}
  http.request({ hostname: url.hostname, port: url.port, path: `/options/${id}`, method: 'POST' }).end(); // expect: request POST /options/{}
  https.request(`${url.origin}/origin`, { method: 'PUT' }).end(); // expect: request PUT /origin
  request({ host: url.host, path: '/named?x=1' }).end(); // expect: request GET /named
  const options = { ...TIMES, hostname: url.hostname, path: '/held' };
  https.get(options); // expect: request GET /held
  return http.get({ hostname: 'other.example', path: `/items/${id}` }); // ok: another host
}
