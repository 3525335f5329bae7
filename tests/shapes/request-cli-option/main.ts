// An argument of a script, with the variable where none is given: what may be the service's URL counts.
const [, , given, other = 'https://other.example'] = process.argv;
const base = given ?? process.env.ACME_URL;
const url = process.argv.includes('--local') ? 'http://localhost:9000' : process.env.ACME_URL;

export const byArgument = () => fetch(`${base}/argument`); // expect: request GET /argument
export const byChoice = () => fetch(`${url || 'http://localhost'}/choice`); // expect: request GET /choice
export const elsewhere = () => fetch(`${other}/argument`); // ok: an argument that never holds the variable
