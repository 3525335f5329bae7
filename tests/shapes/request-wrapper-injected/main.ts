// The helper takes its `fetch` as well as the URL (so does the first user's deploy guard).
type FetchLike = typeof fetch;
const URL_ENV = 'ACME_URL';
const baseUrl = () => process.env[URL_ENV] ?? '';

const guarded = async (fetchImpl: FetchLike, url: string, init: RequestInit) => {
  return await fetchImpl(url, init); // here: guarded ; ok: its endpoint is open
};

export const health = async (fetchImpl: FetchLike = fetch) => {
  const response = await guarded(fetchImpl, `${baseUrl()}/health`, {}); // expect: request GET /health through guarded
  return response.ok;
};
const POST = { method: 'POST' };
export const refresh = (get: FetchLike = fetch) => guarded(get, `${baseUrl()}/refresh`, POST); // expect: request POST /refresh through guarded
export const remote = (fetchImpl: FetchLike = fetch) => guarded(fetchImpl, 'https://other.example/compare', {}); // ok: another host
