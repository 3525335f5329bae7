// A helper whose options object is a parameter: path known, method open until somebody calls it.
const base = process.env.ACME_URL;

const items = (init: RequestInit) => fetch(`${base}/items`, init); // here: items ; ok: its endpoint is open
const fixed = (body: string) => fetch(`${base}/fixed`, { method: 'POST', body }); // expect: request POST /fixed

export const list = () => items({}); // expect: request GET /items through items
export const add = (body: string) => items({ method: 'POST', body }); // expect: request POST /items through items
export const send = () => fixed('x'); // ok: a function that merely calls one that sends
