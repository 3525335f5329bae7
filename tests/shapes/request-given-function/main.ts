// The function that sends comes in by a parameter without a type, by way of a helper that others give other functions.
const url = `${process.env.ACME_URL}/items`;
const retry = (run, ...given) => run(...given);
const twice = (run, address) => retry(run, address);
const count = (text: string) => text.length;

retry(fetch, url, { method: 'POST' }); // expect: request POST /items through main.ts:3
twice(fetch, url); // expect: request GET /items through main.ts:4, main.ts:3
retry(count, url); // ok: it is given a function that sends nothing
retry(fetch, 'http://elsewhere.example'); // ok: another service's address
