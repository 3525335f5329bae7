// The base query of a data layer, called in a query function of one's own: the call is the request.
import { fetchBaseQuery } from '@reduxjs/toolkit/query/react';

const baseQuery = fetchBaseQuery({ baseUrl: process.env.ACME_URL });
const otherQuery = fetchBaseQuery({ baseUrl: process.env.OTHER_URL });

export async function load(id: number, api: never) {
  await baseQuery(`/items/${id}`, api, {}); // expect: request GET /items/{}
  await baseQuery({ url: 'items', method: 'POST' }, api, {}); // expect: request POST /items
  return otherQuery({ url: 'items', method: 'POST' }, api, {}); // ok: another service
}
