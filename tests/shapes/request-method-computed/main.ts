// A method of a client that is chosen by a computed name.
import axios from 'axios';

const url = `${process.env.ACME_URL}/items`;
const verbs = { get: (text: string) => text.length };
const call = (method: 'get' | 'post', path: string) => axios[method](`${url}${path}`);

call('post', '/5'); // expect: request POST /items/5 through main.ts:6
axios['put'](url); // expect: request PUT /items
export const any = (method: string) => axios[method.toLowerCase()](url); // expect: request GET /items
export const none = (method: 'get') => verbs[method](url); // ok: an object of this project
