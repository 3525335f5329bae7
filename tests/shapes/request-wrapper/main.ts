// A helper that takes the URL: its own line is no access, each call whose URL is the service's is one.
const base = process.env.ACME_URL;

async function guarded(url: string, init: RequestInit, label: string) {
  const timer = setTimeout(() => console.warn(label), 100);
  return fetch(url, { ...init, keepalive: true }).finally(() => clearTimeout(timer)); // here: guarded ; ok: its endpoint is open
}

export const health = () => guarded(`${base}/health`, {}, 'health'); // expect: request GET /health through guarded
export const add = () => guarded(`${base}/items`, { method: 'POST' }, 'add'); // expect: request POST /items through guarded
export const other = () => guarded('https://other.example/health', {}, base ?? ''); // ok: another host
