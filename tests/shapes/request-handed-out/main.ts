// A client of a package that is not in the tree gets the address: what it sends cannot be told, and is not passed over.
import { createClient as connect } from '@clickhouse/client';
import createClient from '@vendor/http';
import { Metrics } from '@vendor/metrics';
import { Sdk } from '@vendor/sdk';
import trim from 'lodash/trimEnd';
import { makeClient } from './made';

const base = process.env.ACME_URL;

class Tuned extends Sdk {
  protected retries = 3;
}

export const tuned = new Tuned({ apiKey: 'k', baseURL: base }); // unresolved: its class extends one that is not read
export const plain = new Sdk(`${base}/v2`); // unresolved: what it requests is its own business
const client = createClient('token', { apiUrl: base }); // unresolved: the same, made by a function
export const loaded = () => client.load();
export const made = makeClient(base);
export const store = connect({ url: base }); // unresolved: it opens a database, and this is the service's address

const bare = trim(base, '/'); // ok: a text is made of it, which is sent below
export const item = (id: number) => fetch(`${bare}/items/${id}`); // expect: request GET /items/{}
export const other = new Sdk(process.env.OTHER_URL); // ok: another service's
export const counted = new Metrics({ labels: { service: `calls of ${base}` } }); // ok: deep in other data

const pool = createClient('pool'); // ok: it is given no address here
export const a = async () => (await pool.get(`${base}/a`)).data; // unresolved: an object that such code made
export const b = async () => (await new Sdk().post(`${base}/b`)).data; // unresolved: the same, of a class
export const c = async () => (await Sdk.get(`${base}/c`)).data; // unresolved: of the class itself
export const d = async () => (await pool.get(process.env.OTHER_URL)).data; // ok: another service's
const names = new Map<string, { id: number }>();
export const e = () => names.get(`${base}/e`)?.id; // ok: the key of a map
