// In ES modules a TypeScript file is imported by the name of what it compiles to.
import { getItem } from './items.js';
import { findItems } from './shelf.js';
import { load } from './deep/index.mjs';
import { getItem as again } from './items.ts';
import { getItem as plain } from './plain.js';

export const show = (id: number) => getItem(id); // expect: call getItem
export const search = () => findItems('x'); // expect: call findItems
export const deep = (id: number) => load(id); // expect: call getItem
export const twice = (id: number) => again(id); // expect: call getItem
export const none = (id: number) => plain(id); // ok: a JavaScript file of that name
