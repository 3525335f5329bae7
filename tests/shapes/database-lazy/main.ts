// A singleton that is opened when it is first needed; the variable is checked before.
import postgres from 'postgres';

let client: ReturnType<typeof postgres> | undefined;

export function db() {
  const url = process.env.ACME_DATABASE_URL;
  if (!url) throw new Error('ACME_DATABASE_URL is not set'); // ok: a check
  client ??= postgres(url, { max: 1, idle_timeout: 20 }); // expect: database ACME_DATABASE_URL
  return client;
}
export const first = () => db()`select 1`; // ok: opened above
export const close = async () => client?.end(); // ok: opened above
