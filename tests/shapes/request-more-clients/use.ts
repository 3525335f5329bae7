// Further libraries that send: known by their vocabulary rows alone.
import { GraphQLClient, request as ask } from 'graphql-request';
import got from 'got';
import ky from 'ky';
import { ofetch } from 'ofetch';
import createClient from 'openapi-fetch';
import phin from 'phin';
import agent from 'superagent';
import wretch from 'wretch';

const base = process.env.ACME_URL!;
const other = 'https://other.example';

const extended = got.extend({ prefixUrl: base }).extend({ retry: { limit: 2 } });
export const a = () => extended.get('a'); // expect: request GET /a
export const streamed = () => got.stream(`${base}/streamed`); // expect: request GET /streamed
const api = ky.create({ prefixUrl: base }).extend({ timeout: 10 });
export const b = () => api.post('b'); // expect: request POST /b
export const moved = () => api.extend({ prefixUrl: other }).get('b'); // ok: a base of its own
const made = ofetch.create({ baseURL: base });
export const c = () => made('/c', { method: 'PUT' }); // expect: request PUT /c
const typed = createClient<object>({ baseUrl: base });
export const d = (id: string) => typed.GET('/d/{id}', { params: { path: { id } } }); // expect: request GET /d/{}
export const e = () => phin({ url: `${base}/e`, method: 'POST' }); // expect: request POST /e
export const f = () => agent('DELETE', `${base}/f`); // expect: request DELETE /f
const keeping = agent.agent();
export const g = () => keeping.get(`${base}/g`); // expect: request GET /g
const fluent = wretch(base).auth('x');
export const h = () => fluent.url('/h').post({ a: 1 }); // expect: request POST /h
export const i = () => wretch(`${base}/i`).get(); // expect: request GET /i
const graph = new GraphQLClient(`${base}/graphql`);
export const j = () => graph.request('{ j }'); // expect: request POST /graphql
export const k = () => ask(`${base}/graphql`, '{ k }'); // expect: request POST /graphql
export const l = () => $.ajax({ url: `${base}/l`, type: 'POST' }); // expect: request POST /l
export const m = () => jQuery.getJSON(`${base}/m`); // expect: request GET /m
export const n = () => $.get(`${other}/n`); // ok: another service
export const o = () => createClient({ baseUrl: other }).GET('/o'); // ok: another service
