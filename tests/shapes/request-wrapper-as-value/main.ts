// A helper that is handed on before it is called: it travels as a value to where its URL is given.
const base = process.env.ACME_URL;
type Send = (url: string) => Promise<Response>;

const send: Send = (url) => fetch(url); // here: send ; ok: its endpoint is open
const health = (by: Send) => by(`${base}/health`); // expect: request GET /health through send
const elsewhere = (by: Send) => by('https://other.example/health'); // ok: another host

export const check = () => [health(send), elsewhere(send)]; // ok: what is handed on is no request
