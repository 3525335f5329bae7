import whole, { assigned, base, renamed, Settings, taken } from './base';
import * as all from './base';
import common = require('./common.cjs');

export const a = () => fetch(`${base}/items/1`); // expect: request GET /items/1
export const b = () => fetch(`${renamed}/items/2`); // expect: request GET /items/2
export const c = () => fetch(`${taken}/items/3`); // expect: request GET /items/3
export const d = () => fetch(`${whole}/items/4`); // expect: request GET /items/4
export const e = () => fetch(`${Settings.base}/items/5`); // expect: request GET /items/5
export const f = () => fetch(`${all.base}/items/6`); // expect: request GET /items/6
export const g = () => fetch(`${common.base}/items/7`); // expect: request GET /items/7
export const h = () => fetch(`${assigned}/items/8`); // expect: request GET /items/8
