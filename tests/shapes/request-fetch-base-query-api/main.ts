// The base query given to `createApi`. Read so: each endpoint's definition is the place where the service is reached;
// its `query` says what the library will send.
import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react';

const baseQuery = fetchBaseQuery({ baseUrl: `${process.env.ACME_URL}/v2` });

export const acme = createApi({
  baseQuery,
  endpoints: (build) => ({
    item: build.query<unknown, number>({ query: (id) => `/items/${id}` }), // expect: request GET /v2/items/{}
    add: build.mutation<unknown, string>({ query: (title) => ({ url: 'items', method: 'POST', body: title }) }), // expect: request POST /v2/items
  }),
});
export const other = createApi({
  baseQuery: fetchBaseQuery({ baseUrl: process.env.OTHER_URL }),
  endpoints: (build) => ({ item: build.query<unknown, number>({ query: (id) => `/items/${id}` }) }), // ok: another service
});
