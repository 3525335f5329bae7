// A program of the shell sends the request.
import { execa } from 'execa';
import { execFileSync, execSync, spawn } from 'node:child_process';

const base = process.env.ACME_URL;
const call = (path: string) => execSync(`curl -sS "${base}${path}"`); // here: sends ; ok: a wrapper's own line

export const a = () => execSync(`curl -s ${base}/a`); // expect: request GET /a
export const b = () => spawn('curl', ['-X', 'POST', `${base}/b`]); // expect: request POST /b
export const c = () => execFileSync('/usr/bin/curl', ['-d', '{}', `${base}/c`]); // expect: request POST /c
export const d = () => execa('wget', ['-q', `${base}/d?x=1`]); // expect: request GET /d
export const e = () => call('/e'); // expect: request GET /e through sends
export const told = () => execSync(`echo ${base}`); // ok: it is only printed
export const other = () => execSync(`curl https://other.example -H "x-from: ${process.env.OTHER_URL}"`); // ok: another service
export const said = () => execSync(`curl -H "Referer: ${base}/" https://other.example`); // ok: only a header
export const listed = () => spawn('curl', ['-H', `Referer: ${base}`, 'https://other.example']); // ok: only a header
