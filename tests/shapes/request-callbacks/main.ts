// The request stands in a function that something else runs: a limiter, a span, a retry, a timer.
import * as Sentry from '@sentry/node';
import pLimit from 'p-limit';

const base = process.env.ACME_URL;
const limit = pLimit(2);
const retry = async <T>(run: (attempt: number) => Promise<T>) => run(1).catch(() => run(2));

export const limited = () => limit(() => fetch(`${base}/limited`)); // expect: request GET /limited
export const spanned = () => Sentry.startSpan({ name: 'x' }, async () => fetch(`${base}/spanned`)); // expect: request GET /spanned
export const retried = () => retry((attempt) => fetch(`${base}/retried?n=${attempt}`)); // expect: request GET /retried
export const handed = () => limit(fetch, `${base}/handed`); // expect: request GET /handed
export const none = () => limit(console.log, `${base}/handed`); // ok: a log
