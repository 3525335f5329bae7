// `fetch` comes in as a parameter that is `fetch` when nothing is given. The URL is no parameter: these are no wrappers.
type FetchLike = typeof fetch;
const baseUrl = () => process.env.ACME_URL;

export const health = (fetchImpl: FetchLike = fetch) => fetchImpl(`${baseUrl()}/health`); // expect: request GET /health
export const items = (get = globalThis.fetch) => get(`${baseUrl()}/items`); // expect: request GET /items
export const typed = (send: FetchLike) => send(`${baseUrl()}/typed`, { method: 'POST' }); // expect: request POST /typed
export const other = (print: (text: string) => void) => print(`${baseUrl()}/items`); // ok: a parameter that is no fetch

export const all = () => [health(), items(), typed(fetch), other(console.log)]; // ok: these merely call
