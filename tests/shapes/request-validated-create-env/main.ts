// Two more libraries that check the environment and hand it out under the variables' names.
import { clean, env } from './env';

export const show = () => fetch(`${env.ACME_URL}/items`); // expect: request GET /items
export const cleaned = () => fetch(`${clean.ACME_URL}/clean`); // expect: request GET /clean
export const other = () => fetch(`${env.OTHER_URL}${clean.OTHER_URL}`); // ok: another variable
