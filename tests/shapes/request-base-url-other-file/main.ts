// The helper and an object of URLs live in another file; its neighbours hold other services' URLs.
import { baseUrl, otherUrl, urls } from './base';

export const show = (id: number) => fetch(`${baseUrl()}/items/${id}`); // expect: request GET /items/{}
export const field = () => fetch(`${urls.acme}/items`); // expect: request GET /items
export const other = () => fetch(`${otherUrl()}/items`); // ok: another service
export const neighbour = () => fetch(`${urls.other}/items`); // ok: the neighbouring field
