// The base and the options come together by `Object.assign`, `Object.fromEntries`, a spread of defaults and a default field.
const DEFAULTS = { base: process.env.ACME_URL, init: { method: 'GET' } };
const own = Object.assign({}, DEFAULTS, { retries: 3 });
const away = { ...DEFAULTS, base: 'https://other.example' };
const { base = process.env.ACME_URL } = globalThis.settings ?? {};

export const assigned = () => fetch(`${own.base}/assigned`); // expect: request GET /assigned
export const defaulted = () => fetch(`${base}/defaulted`); // expect: request GET /defaulted
export const overwritten = () => fetch(`${away.base}/assigned`, away.init); // ok: the base is overwritten

declare global {
  var settings: { base?: string } | undefined;
}
