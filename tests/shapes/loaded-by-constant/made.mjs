import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);
const client = load('@acme/client');
const own = load('./own');
export const show = () => client.getItem(1); // expect: call getItem
export const other = () => own.getItem(1); // ok: another module
