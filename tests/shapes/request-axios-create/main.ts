// An axios instance with its base: every method of the instance, the config form, and an instance of another base.
import axios from 'axios';

const api = axios.create({ baseURL: process.env.ACME_URL, timeout: 5 });
const other = axios.create({ baseURL: process.env.OTHER_URL });
const deep = axios.create({ baseURL: `${process.env.ACME_URL}/v2` });

export async function show(id: number) {
  await api.get(`/items/${id}`); // expect: request GET /items/{}
  await api.post<{ id: number }>('/items', { id }); // expect: request POST /items
  await api.request({ method: 'PUT', url: '/items/1' }); // expect: request PUT /items/1
  await api({ url: 'items', method: 'delete' }); // expect: request DELETE /items
  await api('/plain'); // expect: request GET /plain
  await deep.get('items'); // expect: request GET /v2/items
  await api.get('https://other.example/items'); // ok: a whole URL leaves the base behind
  return other.get(`/items/${id}`); // ok: another service
}
