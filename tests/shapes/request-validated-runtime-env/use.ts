// The checked environment has names of its own: each stands beside the variable it is read from.
import { edge, env } from './env';

export const items = () => fetch(`${env.BASE}/items`); // expect: request GET /items
export const other = () => fetch(`${env.OTHER}/items`); // ok: another variable
export const more = () => fetch(`${edge.ACME_URL}/more`); // expect: request GET /more
