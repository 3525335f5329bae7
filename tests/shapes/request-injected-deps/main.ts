// `fetch` comes in as a field of a dependency object, defaulted where it is taken apart, or as a class's field.
interface Deps {
  fetchImpl?: typeof fetch;
  log?: (text: string) => void;
}
const base = process.env.ACME_URL;

export const taken = ({ fetchImpl = fetch }: Deps = {}) => fetchImpl(`${base}/taken`); // expect: request GET /taken
export function held(deps: Deps) {
  const send = deps.fetchImpl ?? fetch;
  deps.log?.(`${base}/held`); // ok: a log
  return send(`${base}/held`); // expect: request GET /held
}
export class Page {
  constructor(private readonly fetchImpl: typeof fetch = fetch) {}
  show = () => this.fetchImpl(`${base}/page`); // expect: request GET /page
}
