// What a call gives nothing for is what stands there by default; and what must be equal, or not, to go on.
import { getItem } from '@acme/client';
import assert, { strict } from 'node:assert';
import { client } from './db';

const byId = async (id: number): Promise<any> => (await client`SELECT id, withheld, remote FROM items WHERE id = ${id}`)[0];
const refuse = () => { throw new Error('withheld'); };
function object(row: any, { allow = false } = {}) { if (row.withheld && !allow) refuse(); }
function options(row: any, given: { allow?: boolean } = {}) { if (row.withheld && !given.allow) refuse(); }
function on(row: any, strictly = true) { if (row.withheld && strictly) refuse(); }
function off(row: any, strictly = false) { if (row.withheld && strictly) refuse(); }
function plain(row: any, allow?: boolean) { if (row.withheld && !allow) refuse(); }
function rest(row: any, ...more: boolean[]) { if (row.withheld && !more[0]) refuse(); }

export async function a(id: number) { const row = await byId(id); object(row); await getItem(row.remote); } // expect: call getItem ; gate: guard
export async function b(id: number) { const row = await byId(id); object(row, { allow: true }); await getItem(row.remote); } // expect: call getItem ; gate: none
export async function c(id: number) { const row = await byId(id); options(row); await getItem(row.remote); } // expect: call getItem ; gate: guard
export async function d(id: number) { const row = await byId(id); options(row, { allow: true }); await getItem(row.remote); } // expect: call getItem ; gate: none
export async function e(id: number) { const row = await byId(id); on(row); await getItem(row.remote); } // expect: call getItem ; gate: guard
export async function f(id: number) { const row = await byId(id); on(row, false); await getItem(row.remote); } // expect: call getItem ; gate: none
export async function g(id: number) { const row = await byId(id); off(row); await getItem(row.remote); } // expect: call getItem ; gate: none
export async function h(id: number) { const row = await byId(id); plain(row); await getItem(row.remote); } // expect: call getItem ; gate: guard
export async function i(id: number, all?: boolean) { const row = await byId(id); plain(row, all); await getItem(row.remote); } // expect: call getItem ; gate: none
export async function j(id: number) { const row = await byId(id); plain.call(null, row, true); await getItem(row.remote); } // expect: call getItem ; gate: none
export async function k(id: number) { const row = await byId(id); plain(...([row, true] as [any, boolean])); await getItem(row.remote); } // expect: call getItem ; gate: none
export async function l(id: number) { const row = await byId(id); const bound = plain.bind(null, row, true); bound(); await getItem(row.remote); } // expect: call getItem ; gate: none
export async function m(id: number) { const row = await byId(id); rest(row, true); await getItem(row.remote); } // expect: call getItem ; gate: none

export async function n(id: number) { const row = await byId(id); assert.equal(row.withheld, false); await getItem(row.remote); } // expect: call getItem ; gate: guard
export async function o(id: number) { const row = await byId(id); assert.equal(row.withheld, true); await getItem(row.remote); } // expect: call getItem ; gate: none
export async function p(id: number) { const row = await byId(id); assert.notStrictEqual(row.withheld, true); await getItem(row.remote); } // expect: call getItem ; gate: guard
export async function q(id: number) { const row = await byId(id); assert.notStrictEqual(row.withheld, false); await getItem(row.remote); } // expect: call getItem ; gate: none
export async function r(id: number) { const row = await byId(id); strict.equal(row.withheld, false); await getItem(row.remote); } // expect: call getItem ; gate: guard
export async function s(id: number, wanted: boolean) { const row = await byId(id); assert.strictEqual(row.withheld, wanted); await getItem(row.remote); } // expect: call getItem ; gate: none
export async function t(id: number) { const row = await byId(id); assert.equal(row.withheld, 1); await getItem(row.remote); } // expect: call getItem ; gate: none
