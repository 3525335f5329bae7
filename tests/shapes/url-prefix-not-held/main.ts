// Somebody writes the prefix behind the whole variable: the variable does not hold it, and paths stand as they are written.
const base = process.env.ACME_URL ?? 'http://localhost';

export const health = () => fetch(`${base}/health`); // expect: request GET /health
export const items = () => fetch(`${base}/api/v1/items`); // expect: request GET /api/v1/items
