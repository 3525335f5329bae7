// RTK Query: what an endpoint gives is what the hook named after it gives, and no other one.
import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react';

export const acme = createApi({
  baseQuery: fetchBaseQuery({ baseUrl: `${process.env.ACME_URL}/v2` }),
  endpoints: (build) => ({
    item: build.query<any, number>({ query: (id) => `/items/${id}` }), // expect: request GET /v2/items/{} ; reach: renders
    count: build.query<any, number>({ query: (id) => `/counts/${id}` }), // expect: request GET /v2/counts/{} ; reach: contained
    pages: build.infiniteQuery<any, void, number>({ query: () => '/pages', transformResponse: (found: any) => found.rows }), // expect: request GET /v2/pages ; reach: renders
    rename: build.mutation<any, string>({ query: (body) => ({ url: '/names', method: 'POST', body }) }), // expect: request POST /v2/names ; reach: renders
  }),
});
export const { useItemQuery, usePagesInfiniteQuery, useRenameMutation } = acme;

const sent = fetchBaseQuery({ baseUrl: `${process.env.ACME_URL}/v3` });
const quiet = async (args: any, api: any, extra: any) => {
  const result = await sent(args, api, extra); // expect: request GET /v3/{} ; reach: renders
  return result.error ? { data: null } : result;
};
export const wrapped = createApi({
  baseQuery: quiet,
  endpoints: (build) => ({
    part: build.query<any, number>({ query: (id) => `/parts/${id}`, transformResponse: (found: any) => found.part }),
  }),
});
export const other = createApi({
  baseQuery: fetchBaseQuery({ baseUrl: process.env.OTHER_URL }),
  endpoints: (build) => ({ item: build.query<any, number>({ query: (id) => `/items/${id}` }) }), // ok: another service
});
export const { useItemQuery: useOtherItem } = other;
