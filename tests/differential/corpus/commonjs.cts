// 411. require
import a = require('a'); const b = require('b')(f()); export = { c: g() };
// 412. module exports
module.exports = f(); exports.a = g(); module.exports.b = () => h();
// 413. directory and generic
const d = require<typeof import('e')>('e'); f(__dirname, g());
