// A factory closes over the base it is given; its methods send. The object's base decides, as with a class.
function makeClient(baseUrl: string) {
  const call = (path: string) => fetch(`${baseUrl}${path}`); // here: call ; ok: its endpoint is open
  return { call };
}
const acme = makeClient(process.env.ACME_URL ?? '');
const other = makeClient(process.env.OTHER_URL ?? '');

export const list = () => acme.call('/items'); // expect: request GET /items through call
export const away = () => other.call('/items'); // ok: another service
