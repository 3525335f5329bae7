// The URL goes to places that only keep it: a child's environment, a file, a link on a page, an object's field.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';

export const child = () => spawn('node', ['dump.js'], { env: { ACME_URL: process.env.ACME_URL } }); // ok: a child's environment
export const dump = () => writeFileSync('config.json', JSON.stringify({ url: `${process.env.ACME_URL}/items` })); // ok: a file
export const link = (id: number) => ({ href: `${process.env.ACME_URL}/items/${id}` }); // ok: a link for others
export const cache = new Map([[`${process.env.ACME_URL}/items`, 1]]).get(`${process.env.ACME_URL}/items`); // ok: a map's key
export const all = process.env.OTHER_URL ? fetch(process.env.OTHER_URL) : null; // ok: another variable
