// The environment goes through a schema's `parse`: its fields are the variables.
import { data, env } from './env';

const { ACME_URL } = env;

export const show = () => fetch(`${env.ACME_URL}/items`); // expect: request GET /items
export const taken = () => fetch(`${ACME_URL}/taken`); // expect: request GET /taken
export const safe = () => fetch(`${data.ACME_URL}/safe`); // expect: request GET /safe
export const other = () => fetch(`${env.OTHER_URL}/items`); // ok: another variable
