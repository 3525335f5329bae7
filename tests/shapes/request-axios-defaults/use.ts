import axios from 'axios';
import './setup';

export const items = () => axios.get('/items'); // expect: request GET /items
export const add = (item: unknown) => axios.post('/items', item); // expect: request POST /items
export const called = () => axios({ url: '/called', method: 'put' }); // expect: request PUT /called
export const other = () => axios.get('https://other.example/items'); // ok: an address of its own
export const given = () => axios.get('/items', { baseURL: 'https://other.example' }); // ok: a base of its own

const own = axios.create();
own.defaults.baseURL = process.env.OTHER_URL;
export const elsewhere = () => own.get('/items'); // ok: another service's
