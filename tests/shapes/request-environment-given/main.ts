// The environment as frameworks hand it out, or as code makes it that is not here: a member of the variable's very name.
import { env as bindings } from 'hono/adapter';
import { plainToInstance } from 'class-transformer';
import { settings } from 'outside';

class Settings {
  ACME_URL!: string;
}
const checked = plainToInstance(Settings, process.env);
const load = (from: { ACME_URL: string }) => fetch(from.ACME_URL);

export const byClass = () => fetch(`${checked.ACME_URL}/items/1`); // expect: request GET /items/1
export const bySettings = () => fetch(`${settings.ACME_URL}/items/2`); // expect: request GET /items/2
export const byContext = (context) => fetch(`${bindings(context).ACME_URL}/items/3`); // expect: request GET /items/3
export const none = () => load({ ACME_URL: 'http://elsewhere.example' }); // ok: its caller says what it is
export default {
  fetch: (request: Request, env: { ACME_URL: string }) => fetch(env.ACME_URL + '/items/4'), // expect: request GET /items/4
};
