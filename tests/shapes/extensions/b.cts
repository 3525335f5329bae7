import acme = require('@acme/client');

export const show = (id: number) => acme.getItem(id); // expect: call getItem
