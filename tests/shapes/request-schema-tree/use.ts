// A schema says which variable fills which member; members are read by a dotted text.
import get from 'lodash/get';
import config, { settings } from './config';

export const a = () => fetch(`${config.get('acme.url')}/a`); // expect: request GET /a
export const b = () => fetch(`${config.get('acme').url}/b`); // expect: request GET /b
export const c = () => fetch(`${settings.acme.url}/c`); // expect: request GET /c
export const d = () => fetch(`${get(settings, 'acme.url')}/d`); // expect: request GET /d
export const others = () => [
  fetch(`${config.get('other.url')}/a`), // ok: another variable
  fetch(`${settings.other.url}/c`), // ok: another variable
  fetch(`${get(settings, 'other.url')}/d`), // ok: another variable
];
