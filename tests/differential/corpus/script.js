#!/usr/bin/env node
// 421. plain script
'use strict'; var a = require('a'), b = a.b(c()), d = function () { e(); }; module.exports = { f: g() };
// 422. html-like text and regular expressions
var h = '<b>' + i() + '</b>', j = /<(\w+)>(x)`'/.exec(k()), l = m / n() / o();
// 423. comparisons
if (a < b && c > (d())) e(); for (var i = 0; i < f(); i++) g(i > (h()));
// 424. prototype code
A.prototype.b = function c() { return this.d(e()); }; !function () { f(); }(); (function () { g(); }).call(this, h());
// 425. old and new syntax
with1(a); var { b, ...c } = d(); label: for (;;) { e(); break label; } async function* f() { yield* g(); for await (const x of h()) i(x); }
// 426. JSX in a script
const k = <p a={l()}>it's {m()}</p>;
// 427. octal-like numbers, octal escapes, getters
var n = 0.1.toFixed(o()), p = { get q() { return r(); }, set q(v) { s(); }, 't u': v1() };
// 428. class fields and private methods
class A { #a = b(); static #c() { return d(); } static { e(); } get #f() { return g(); } has(o) { return #a in o; } }
// 429. comma, void, in, instanceof
var w = (a(), b()), x = void c(), y = 'd' in e(), z = f() instanceof g();
// 430. using as a name
var using = a(); using(b()); using.c(); d(using); if (using) e();
