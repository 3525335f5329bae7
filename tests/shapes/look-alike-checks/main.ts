// The variable is looked at in every way but one.
import { logger } from './logger';

export const configured = () => Boolean(process.env.ACME_URL); // ok: a check
if (!process.env.ACME_URL) throw new Error('ACME_URL is not set'); // ok: a check
logger.info(`items come from ${process.env.ACME_URL}/items`); // ok: a log line
console.log(process.env.ACME_URL); // ok: a log line
export const headers = { 'content-security-policy': `connect-src 'self' ${process.env.ACME_URL}` }; // ok: a header's value
export const local = process.env.ACME_URL?.includes('localhost') ? fetch('http://other.example/dev') : null; // ok: a condition
export const pick = () => fetch(process.env.ACME_URL ? 'http://other.example/a' : '/b'); // ok: a condition
export const live = () => fetch(`${process.env.ACME_URL}/items`); // expect: request GET /items
