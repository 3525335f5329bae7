// The variable by its name, from code that is not here: `get` of settings, of lodash, a call of its own.
import nconf from 'nconf';
import { get } from 'lodash';
import { required } from 'outside';

const table = new Map([['ACME_URL', 'http://elsewhere.example']]);
const own = (name: string) => `http://elsewhere.example/${name}`;

export const bySettings = () => fetch(`${nconf.get('ACME_URL')}/items/1`); // expect: request GET /items/1
export const byPath = () => fetch(`${get(process.env, 'ACME_URL')}/items/2`); // expect: request GET /items/2
export const byReflect = () => fetch(`${Reflect.get(process.env, 'ACME_URL')}/items/3`); // expect: request GET /items/3
export const byCall = () => fetch(`${required('ACME_URL')}/items/4`); // expect: request GET /items/4
export const byMap = () => fetch(`${table.get('ACME_URL')}/items/5`); // ok: what is under the name is written there
export const byOwn = () => fetch(own('ACME_URL')); // ok: a function of this file that makes something else of the name
export const other = () => fetch(`${required('OTHER_URL')}/items/4`); // ok: another variable
