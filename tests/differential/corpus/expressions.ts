// 101. negation and non-null
const a = !a1.b()!.c();
// 102. negation and non-null after an element
const b = x && !config.validators[field]!(value());
// 103. awaited non-null
const c = await a1.b()!.c(d());
// 104. typeof, minus, void of a non-null
const d = typeof a1!.b() + -a1!.c() + void a1![d1()];
// 105. binary with a non-null call
const e = a1 + b1!.c(d1()) * e1!(f1()) ?? g1!`x`;
// 106. non-null on several lines
const f = !rows
  .find((r) => r.ok())!
  .items!.map(g1)!;
// 107. double non-null, non-null before optional
const g = a1!!.b(c1()); const g2 = a1!?.b(c1())?.[d1()]!();
// 108. non-null assignment targets
a1!.b = c1(); a1![d1()] = e1(); a1! += f1(); a1!++;
// 109. not equal is no non-null
if (a1 != b1() && c1!== d1() && e1! != f1() && g1! !== h1()) i1();
// 110. yield and non-null
function* h() { yield a1!.b(c1()); const x = !(yield a1)!.b(); }
// 111. new and non-null
const i = new Foo()!.bar(); const j = !new Foo(a1())!.bar(); const k = new a1.b!(c1());
// 112. optional chains
const l = a1?.b?.(c1())?.[d1()]?.e(f1()); const m = a1?.(b1());
// 113. optional chain or conditional with a number
const n = a1?.5:b1(); const o = a1 ?.5 : c1();
// 114. nullish and logical assignments
a1 ??= b1(); c1 ||= d1(); e1 &&= f1(); g1 **= h1(); i1 >>>= j1();
// 115. nullish mixed in parentheses
const p = (a1() ?? b1()) || (c1() && d1());
// 116. exponent
const q = a1() ** b1() ** -c1();
// 117. comma expressions
const r = (a1(), b1(), c1()); for (a1(), b1(); c1(); d1(), e1()) f1();
// 118. arrows
const s = (a) => b1(a), t = async a => await b1(a), u = async (a, b = c1()) => ({ d: d1() }), v = () => { e1(); };
// 119. generic arrows
const w = <T>(a: T) => b1(a), x = async <T,>(a: T) => b1(a), y = <const T extends A = B>(a: T): a is B => c1(a);
// 120. immediately invoked
(function () { a1(); })(); (() => b1())(); (async () => { await c1(); })(); !function () { d1(); }(); void async function () { e1(); }();
// 121. new.target, import.meta
function z() { new.target.f(); import.meta.resolve(a1()); }
// 122. new without arguments and with members
new A; new A.B; new (a1())(); new (a1()).B(c1()); new a1.b[c1()](d1()); new A().b().c;
// 123. tagged templates
tag`a`; a1.b`c ${d1()}`; a1()`x`; new a1`x`; a1`b``c${d1()}`; a1?.b.c(d1`e`);
// 124. nested templates
const aa = `a ${`b ${`c ${a1(`d`)} }`} {`} ${b1({ c: `}` })}`;
// 125. template with odd text
const ab = `it's "a" \` \${no} // no comment /* ${a1()} */ { $ { } $`;
// 126. regular expressions and divisions
const ac = a1() / b1() / c1(); const ad = /[/\]'"`]+(?<n>a)/giu.exec(a1()); const ae = a1 / /b/.exec(c1()) / 2;
// 127. regular expressions after ), }, ]
if (a1) /x'/.test(b1()); const af = (a1) / 2 / b1(); const ag = [a1] / 2 / c1(); { } /y"/.test(d1());
// 128. regular expressions with the v flag and classes
const ah = /[\p{L}--[a-z]]/v.test(a1()); const ai = /(?<=a)(?<!b)(?i:c)/.exec(b1());
// 129. regular expression after a keyword
function aj() { return /a`/.test(a1()) } function* ak() { yield /b'/.test(b1()); } const al = typeof /c/ + c1();
// 130. increment and division
let am = 1; am++ / 2 / a1(); am-- / b1();
// 131. numbers
a1(1_000_000, 0xff_ff, 0b1010, 0o17, 1e-7, .5, 5., 10n, 0xFFn); 1..toFixed(b1()); 1.0.toFixed(2); 5 .a();
// 132. strings with escapes and continuations
a1('\'', "\"", '\u{1F600}', 'a\
b', "it's", 'say "hi"', '\\'); b1();
// 133. unicode names
const été = a1(); été(); \u0061bc(); const 变量 = 变量2(b1()); $_$(c1());
// 134. objects
const an = { a1, b1() {}, c: d1(), [e1()]: f1(), get g() { return h1(); }, set g(v) { i1(v); }, async *j() { k1(); }, ...l1(), 'm': m1(), 1: n1(), async: o1(), get: p1(), async q() { r1(); }, get() { s1(); }, set(a) { t1(); } };
// 135. destructuring
const { a: ao = a1(), [b1()]: ap, ...aq } = c1(); const [ar = d1(), , ...[at]] = e1(); ({ a: au.b, c: av[f1()] = g1() } = h1());
// 136. parameters
function aw({ a = a1(), b: { c } = b1() } = {}, [d = c1()] = [], ...e: any[]) { d1(); }
// 137. spread
a1(...b1(), ...[...c1()], { ...d1() });
// 138. as, satisfies, as const
const ax = a1() as unknown as B; const ay = { a: b1() } satisfies C as D; const az = [c1()] as const; (d1 as any)(e1()); (f1 satisfies G)(h1());
// 139. as in a for head and in a condition
for (const x of a1() as B[]) c1(); if ((a1 as B) < c1()) d1(); for (const k in b1() as C) e1();
// 140. as before a comparison
const ba = (a1 as number) < b1() && (c1 as number) > (d1()); const bb = a1 as any as B | C || e1();
// 141. type assertions
const bc = <A>a1(); const bd = <A<B>>b1(<C>d1); const be = (<any>c1)(d1()); const bf = <{ a: 1 }>{ a: e1() }; const bg = <() => void>f1();
// 142. conditional with arrows and objects
const bh = a1() ? (b) => b1(b) : (c) => c1(c); const bi = a1 ? { b: b1() } : [c1()]; const bj = a1 ? (b1()) : c1();
// 143. conditional with a typed arrow
const bk = a1 ? (b: C): D => d1(b) : e1(); const bl = a1 ? async (b) => f1() : g1; const bm = a1 ? (b) : (c) => d1();
// 144. in, instanceof, delete, void
if ('a' in b1() && c1() instanceof d1() && delete e1().f) void g1();
// 145. import calls
import('./a'); await import(`./${a1()}`); import('./a', { with: { type: 'json' } }).then(b1); const bn = import.meta.url;
// 146. call chains over comments
a1 /* b */ .c // d
  .e(/* none */) /* f */ ?.g(h1() /* i */,);
// 147. automatic semicolons
const bo = a1
b1()
const bp = c1
;[d1()].forEach(e1)
let bq = f1()
++bq
g1()
// 148. keywords as names
const br = { if: a1(), class: b1(), new: c1() }; br.if.class.new(d1()); br.default(); br.delete(e1()); br.import(f1()); br.function(); br.await(g1());
// 149. contextual keywords as names
const type = a1(), of = b1(), as = c1(), from = d1(), get = e1(), async = f1(), declare = g1(), abstract = h1(), namespace = i1(), module = j1(), readonly = k1(), is = l1(), keyof = m1(), satisfies = n1(), infer = o1(), out = p1(), accessor = q1(), override = r1(), asserts = s1(), unique = t1(), global = u1(), static1 = v1();
// 150. calls of contextual keywords
type(a1()); of(b1()); as(c1()); from(d1()); get(e1()); async(f1()); declare(g1()); abstract(); namespace(h1()); module(i1()); readonly(j1()); is(k1()); keyof(l1()); satisfies(m1()); infer(n1()); out(o1()); accessor(); override(); asserts(p1()); global(q1()); require(r1()); set(s1()); defer(t1()); using(u1());
// 151. members of contextual keywords
type.a(); of.b(); as.c(); from.d(); get.e(); async.f(); declare.g(); abstract.h(); namespace.i(); module.j(); readonly.k(); is.l(); satisfies.m(); out.n(); accessor.o(); override.p(); global.q(); using.r();
// 152. using as a name
function bs(using: string, await1?: number) { const x = { using, using1: using }; return using ? using : a1(using) + using.b(); }
// 153. using in an object pattern and as a property
const { using } = a1(); const bt = { using: b1() }; bt.using = using; if (using) c1(); const bu = using; [using] = d1(); bt = using;
// 154. async as a name
async; async = a1(); const bv = async ? b1() : c1(); async(d1()).e(); foo(async, f1());
// 155. let and yield as names where allowed
var let1 = a1(); (function () { var yield1 = b1(); })();
// 156. of, get and set in loops
for (const of of a1()) b1(); for (get of c1()) d1(); for (var i1 = 0 in {}) e1();
// 157. labels and jumps
a: for (;;) { b: while (a1()) { if (b1()) continue a; break b; } }
// 158. try, catch without a binding, finally
try { a1(); } catch { b1(); } finally { c1(); } try { d1(); } catch ({ message = e1() }) { f1(); } try { g1() } catch (e: unknown) { h1() }
// 159. switch
switch (a1()) { case b1(): { c1(); } case 'd': e1(); default: f1(); }
// 160. debugger, empty statements, blocks
debugger; ;;; { { a1(); } } if (b1()); else c1(); while (d1()); for (;;) break; do e1(); while (f1())
// 161. if else with functions
if (a1()) function f() { b1(); } else { c1(); }
// 162. with html-like comments and arrows in comparisons
const bw = a1 < !--b1 && c1(); const bx = (a) => a > b1(); const by = (a) => a >= (b1());
// 163. parenthesised everything
((((a1))))(((b1())), (c1)()); (a1?.b)(); (a1, b1)(c1()); (a1 || b1)(); (await a1)(b1());
// 164. import in arguments
a1(await import('./b'), (await import('./c')).default(d1()));
// 165. bigint and private access
a1(10n ** b1()); const bz = a1?.["b"]?.(c1());
// 166. functions as arguments over lines
a1(function b() { c1(); }, function* () { yield d1(); }, async function () { await e1(); }, class { f = g1(); }, () => {});
// 167. await in places
await a1(); (await b1()).c(); await (await d1()).e(); [await f1()]; ({ a: await g1() }); await Promise.all([h1(), await i1()]); for await (const x of j1()) k1();
// 168. arrow returning conditional, comparison, sequence
const ca = () => a1() ? b1() : c1(); const cb = () => (d1(), e1()); const cc = a => b => c => f1(a, b, c);
// 169. object after arrow, regex after arrow
const cd = () => ({}).a(a1()); const ce = () => /x`/.test(b1()); const cf = () => [] as C[]; c1();
// 170. less-than after a closing bracket
const cg = a1() < b1(); const ch = (c1()) < (d1()); const ci = e1[0] < f1() && g1; const cj = a1 < b1; h1(); const ck = c1 > d1; i1();
// 171. generic call that is a comparison to other parsers
a1(b1 < c1, d1 > (e1)); f1(g1<h1, i1>(j1));
// 172. void arrow and promise
const cl = void 0, cm = void a1(), cn = (): void => b1(), co = async (): Promise<void> => { await c1(); };
// 173. using declarations
{ using a = b1(); using c = d1(), e = f1(); } { await using g = h1(); await i1(); }
// 174. using in loops
for (using a of b1()) c1(); for (await using d of e1()) f1(); for await (using g of h1()) i1(); for (using j = k1();;) l1();
// 175. logical with object literal and arrow
const cp = a1 && { b: b1() }; const cq = a1 || (() => c1()); const cr = a1 ?? class { d = d1() };
