// The other ways in which an environment is read: destructured, aliased, `import.meta.env`, Deno, Bun.
import { env, default as proc } from 'node:process';

const { ACME_URL, OTHER_URL = ACME_URL } = process.env;
const { ACME_URL: base = 'http://localhost' } = process.env;
const all = process.env;

export const destructured = () => fetch(`${ACME_URL}/a`); // expect: request GET /a
export const fallback = () => fetch(`${OTHER_URL}/b`); // expect: request GET /b
export const renamed = () => fetch(`${base}/c`); // expect: request GET /c
export const aliased = () => fetch(`${all.ACME_URL}/d`); // expect: request GET /d
export const imported = () => fetch(`${env.ACME_URL}/e`); // expect: request GET /e
export const whole = () => fetch(`${proc.env.ACME_URL}/f`); // expect: request GET /f
export const vite = () => fetch(`${import.meta.env.ACME_URL}/g`); // expect: request GET /g
export const deno = () => fetch(`${Deno.env.get('ACME_URL')}/h`); // expect: request GET /h
export const bun = () => fetch(`${Bun.env.ACME_URL}/i`); // expect: request GET /i
export const other = () => fetch(`${all.OTHER_URL}/j`); // ok: another variable
