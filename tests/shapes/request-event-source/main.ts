// Connections that stay open. Read so: an endpoint is the method and path of the request that opens them, which is GET.
const base = process.env.ACME_URL ?? '';

export const events = () => new EventSource(`${base}/events`); // expect: request GET /events
export const socket = () => new WebSocket(`${base.replace(/^http/, 'ws')}/cdc`, ['v1']); // expect: request GET /cdc
export const other = () => new EventSource(`${process.env.OTHER_URL}/events`); // ok: another service
export const parsed = () => new URL(`${base}/events`).host; // ok: nothing is opened
