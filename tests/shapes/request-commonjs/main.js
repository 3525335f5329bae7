// Addresses that are exported in the ways of CommonJS.
const fields = require('./fields.cjs');
const { base: renamed } = require('./fields.cjs');
const { acme, base } = require('./listed');
const whole = require('./whole');

exports.a = () => fetch(`${fields.base}/items/1`); // expect: request GET /items/1
exports.b = () => fetch(`${renamed}/items/2`); // expect: request GET /items/2
exports.c = () => fetch(`${acme}/items/3`); // expect: request GET /items/3
exports.d = () => fetch(`${whole}/items/4`); // expect: request GET /items/4
exports.e = () => fetch(`${fields.other}/items/5`); // ok: another service
exports.f = () => fetch(`${base}/items/6`); // ok: not what is beside it
