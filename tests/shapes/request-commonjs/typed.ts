import fields = require('./fields.cjs');

export const g = () => fetch(`${fields.base}/items/7`); // expect: request GET /items/7
