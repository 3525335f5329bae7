// A path that is a whole URL leaves its base behind: the request goes elsewhere.
export const away = () => fetch(new URL('https://other.example/items', process.env.ACME_URL)); // ok: another host
export const there = () => fetch(new URL('items', `${process.env.ACME_URL}/v2/`)); // expect: request GET /v2/items
