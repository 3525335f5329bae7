// jQuery's requests: the address and the method stand in an object or apart.
import $ from 'jquery';

const base = process.env.ACME_URL;
const own = { get: (url: string) => url, post: (url: string) => url };

export function load(id: number) {
  $.ajax({ url: `${base}/items`, type: 'PUT', data: { id } }); // expect: request PUT /items
  $.ajax(`${base}/items/seen`, { method: 'DELETE' }); // expect: request DELETE /items/seen
  $.get(`${base}/items/1`); // expect: request GET /items/1
  $.getJSON(`${base}/items/2`); // expect: request GET /items/2
  $.post(`${base}/items/3`, { id }); // expect: request POST /items/3
  own.get(`${base}/items/4`); // ok: an object of this file
  own.post(`${base}/items/5`); // ok: as above
}
