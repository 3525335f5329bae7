// A directory means its index: by name, by `.`, by `..`, with a slash at the end.
import { getItem } from '.';
import { getItem as items } from './items';
import { getItem as up } from '../shelf/';

export const show = (id: number) => getItem(id); // expect: call getItem
export const deep = (id: number) => items(id); // expect: call getItem
export const again = (id: number) => up(id); // expect: call getItem
