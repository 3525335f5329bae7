// Functions that build whole URLs: constant parts are written out, variable ones are `{}`, the query is cut off.
import { itemUrl, pageUrl, searchUrl } from './urls';

export const show = (id: number) => fetch(itemUrl(id)); // expect: request GET /items/{}
export const fixed = () => fetch(itemUrl('new')); // expect: request GET /items/{}
export const search = (text: string) => fetch(searchUrl(text)); // expect: request GET /v2/items
export const page = (id: number) => fetch(pageUrl(id)); // ok: a page elsewhere
