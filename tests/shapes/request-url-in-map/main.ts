// Services in a table, chosen by a constant key or in a loop. Read so: a table that may give the service's URL is enough.
const SERVICES = { acme: process.env.ACME_URL, other: process.env.OTHER_URL };
const LIST = [process.env.ACME_URL, 'https://other.example'];

export const byKey = () => fetch(`${SERVICES['acme']}/key`); // expect: request GET /key
export const byOther = () => fetch(`${SERVICES.other}/key`); // ok: the neighbouring key
export async function all() {
  for (const url of LIST) await fetch(`${url}/health`); // expect: request GET /health
  return Promise.all(LIST.map((url) => fetch(`${url}/ready`))); // expect: request GET /ready
}
