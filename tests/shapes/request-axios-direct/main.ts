// axios without an instance: its methods, its call forms, a base set on its defaults or on a field afterwards.
import axios, { get } from 'axios';

const late = axios.create();
late.defaults.baseURL = process.env.ACME_URL;

export async function show(id: number) {
  await axios.get(`${process.env.ACME_URL}/items/${id}`); // expect: request GET /items/{}
  await axios({ url: `${process.env.ACME_URL}/config`, method: 'post' }); // expect: request POST /config
  await axios.request({ baseURL: process.env.ACME_URL, url: '/both' }); // expect: request GET /both
  await axios.patch('/patch', {}, { baseURL: process.env.ACME_URL }); // expect: request PATCH /patch
  await get(`${process.env.ACME_URL}/named`); // expect: request GET /named
  await late.head('/late'); // expect: request HEAD /late
  return axios.get(`${process.env.OTHER_URL}/items/${id}`); // ok: another service
}
