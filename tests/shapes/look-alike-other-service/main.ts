// Another service's client with helpers of the same names and paths.
const baseUrl = () => process.env.OTHER_URL ?? '';

export const health = () => fetch(`${baseUrl()}/health`); // ok: another service
export const item = (id: number) => fetch(`${baseUrl()}/items/${id}`, { headers: { origin: process.env.ACME_URL ?? '' } }); // ok: only a header
export const body = () => fetch(`${baseUrl()}/register`, { method: 'POST', body: process.env.ACME_URL }); // ok: only a body
export const query = () => fetch(`${baseUrl()}/proxy?target=${process.env.ACME_URL}`); // ok: only a query
export const path = () => fetch('/health'); // ok: the page's own origin
