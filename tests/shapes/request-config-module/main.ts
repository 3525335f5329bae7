// The variable is read in a module of its own, by a helper that takes its name, and comes here over a default export.
import settings, { config } from './config';

export const show = () => fetch(`${config.acmeUrl}/items`); // expect: request GET /items
export const nested = () => fetch(`${settings.acme.baseUrl}/nested`); // expect: request GET /nested
export const other = () => fetch(`http://localhost:${config.port}/items`); // ok: the neighbouring field
