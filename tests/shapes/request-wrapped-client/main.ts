// Code of other packages gives back what it was given, as far as anyone sees: a client with limits, a fetch with retries.
import axios from 'axios';
import axiosRetry from 'axios-retry';
import rateLimit from 'axios-rate-limit';
import fetchRetry from 'fetch-retry';

const base = process.env.ACME_URL;
const limited = rateLimit(axios.create({ baseURL: base }), { maxRequests: 2 }); // ok: it only makes the client
const plain = axios.create({ baseURL: base });
axiosRetry(plain, { retries: 3 }); // ok: it gets the client, and who knows what for
const retrying = fetchRetry(fetch);
const noted = fetchRetry(console.log);

export const byClient = () => limited.get('/items/1'); // expect: request GET /items/1
export const byPlain = () => plain.post('/items/2'); // expect: request POST /items/2
export const byFetch = () => retrying(`${base}/items/3`, { method: 'PUT' }); // expect: request PUT /items/3
export const none = () => noted(`${base}/items/4`); // ok: what it is made of sends nothing
export const byName = (verb: string) => plain[verb]('/items/5'); // expect: request GET /items/5
