import { asked, looped, reduced, whole } from './settings';

export const a = () => fetch(`${looped.ACME_URL}/a`); // expect: request GET /a
export const b = () => fetch(`${reduced['ACME_URL']}/b`); // expect: request GET /b
export const c = () => fetch(`${whole.ACME_URL}/c`); // expect: request GET /c
export const d = () => fetch(`${asked.ACME_URL}/d`); // expect: request GET /d
export const others = () => [
  fetch(`${looped.OTHER_URL}/a`), // ok: another variable
  fetch(`${reduced['OTHER_URL']}/b`), // ok: another variable
  fetch(`${whole.OTHER_URL}/c`), // ok: another variable
  fetch(`${asked.OTHER_URL}/d`), // ok: another variable
];
