// What a proxy asks a database for is the name of the member that is read: nobody wrote that call.
import { Pool } from 'pg';
import { getItem } from '@acme/client';

const pool = new Pool();
class Settings {
  async get(text: string) {
    return (await pool.query(text)).rows[0];
  }
}
const raw: any = new Proxy({}, { get: (_target, name: string) => pool.query(name) });
const settings: any = new Proxy(new Settings(), {
  get(target, name: string) {
    return target.get(name);
  },
});
const rows = (text: string) => pool.query(text);

export async function show() {
  await getItem((await raw.FIRST).rows[0].id); // expect: call getItem ; gate: none
  await getItem((await settings.SECOND).id); // expect: call getItem ; gate: none
  const third = (await rows('SELECT id, withheld FROM items WHERE id = 3')).rows[0];
  if (!third.withheld) await getItem(third.id); // expect: call getItem ; gate: guard
}
void show();
