// What an interceptor makes of a request's base or address holds for all requests of the client.
import axios from 'axios';

const api = axios.create();
api.interceptors.request.use((config) => {
  config.baseURL = process.env.ACME_URL;
  return config;
});
export const items = () => api.get('/items'); // expect: request GET /items

const copied = axios.create();
copied.interceptors.request.use(async (config) => ({ ...config, baseURL: `${process.env.ACME_URL}/v2` }));
export const second = () => copied.get('/items'); // expect: request GET /v2/items

const written = axios.create();
written.interceptors.request.use((config) => {
  config.url = `${process.env.ACME_URL}${config.url}`;
  return config;
});
export const third = () => written.post('/more', {}); // expect: request POST /more

const tagged = axios.create();
tagged.interceptors.request.use((config) => {
  config.headers.set('x-service', process.env.ACME_URL);
  return config;
});
export const other = () => tagged.get('/items'); // ok: no base
