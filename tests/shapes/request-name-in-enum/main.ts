// The names of all variables in an enum and in an `as const` object.
enum Env {
  Acme = 'ACME_URL',
  Other = 'OTHER_URL',
}
const NAMES = { acme: 'ACME_URL', other: 'OTHER_URL' } as const;
const get = (name: Env) => process.env[name];

export const byEnum = () => fetch(`${process.env[Env.Acme]}/enum`); // expect: request GET /enum
export const byObject = () => fetch(`${process.env[NAMES.acme]}/object`); // expect: request GET /object
export const byHelper = () => fetch(`${get(Env.Acme)}/helper`); // expect: request GET /helper
export const other = () => fetch(`${process.env[Env.Other]}/enum`); // ok: another member
export const otherToo = () => fetch(`${process.env[NAMES.other]}/object`); // ok: another key
