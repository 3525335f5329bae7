// undici: its functions, a client and a pool that hold the origin.
import { Client, Pool, fetch as get, request, stream } from 'undici';

const client = new Client(process.env.ACME_URL ?? '');
const pool = new Pool(process.env.OTHER_URL ?? '');

export async function show(id: number) {
  await request(`${process.env.ACME_URL}/items/${id}`, { method: 'POST' }); // expect: request POST /items/{}
  await get(`${process.env.ACME_URL}/fetch`); // expect: request GET /fetch
  await client.request({ path: '/client?x=1', method: 'GET' }); // expect: request GET /client
  await stream(`${process.env.ACME_URL}/stream`, { method: 'GET' }, () => process.stdout); // expect: request GET /stream
  return pool.request({ path: '/client', method: 'GET' }); // ok: another service
}
