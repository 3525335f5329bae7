// 201. imports
import a from 'a'; import * as b from 'b'; import { c, d as e, default as f, type G, type h as I } from 'c'; import 'd'; import j, { k } from 'e'; import l, * as m from 'f'; import type N from 'g'; import type { O } from 'h'; import type * as P from 'i'; f();
// 202. import attributes
import a from './a.json' with { type: 'json' }; import './b.css' with { type: 'css' }; export { c } from './c' with { type: 'json' }; import d from './d.json' assert { type: 'json' }; f(); export * from './e' with { a: 'b', 'c': 'd' }; g();
// 203. import defer
import defer * as a from 'a'; f(a.b());
// 204. import names as strings
import { 'a-b' as c } from 'a'; export { c as 'd-e' }; export * as 'f-g' from 'b'; f();
// 205. import equals
import a = require('a'); import b = A.B.C; export import c = A.B; import type d = require('d'); export = f(); import type e = A.B; g();
// 206. contextual names in imports
import type from 'a'; import { type } from 'b'; import { type as as } from 'c'; import { type as } from 'd'; import { as as as1 } from 'e'; import defer from 'f'; import type, { g } from 'g'; f(); import { type default as h } from 'h'; import { type type } from 'i'; import { type as as as2 } from 'j'; i(); import type from1 from 'k';
// 207. exports
export { a, b as c, type D, type e as F }; export * from 'a'; export * as g from 'b'; export default h(); export type { I } from 'c'; export { default } from 'd'; export { default as j } from 'e'; k();
// 208. export type star
export type * from 'a'; export type * as N from 'b'; f();
// 209. export default of everything
export default class { a = f(); }
// 210. export default function, async, arrow
export default async function () { f(); }
// 211. export default expression
export default { a: f(), b() { g(); } } satisfies C;
// 212. export default abstract class and interface
export default abstract class A { a = f(); abstract b(): void; }
// 213. export declarations
export const a = f(), b = g(); export let c: D = h(); export function e(i = j()) {} export class K extends l() {} export enum M { A = n() } export namespace O { p(); } export declare const q: R; export abstract class S {} export async function* t() { u(); } export interface V {} export type W = X; v();
// 214. export as namespace
export as namespace A; f();
// 215. variance annotations
class A<in out T, in U, out V, const W, in out const X> { a = f(); } interface B<in T, out U> {} type C<in out T> = D<T>; g(); class E<out T extends F = G> {} h();
// 216. accessor fields
class A { accessor a = f(); static accessor b = g(); accessor #c = h(); declare accessor d: E; @i() accessor j = k(); private accessor l = m(); accessor; accessor1 = n(); override accessor o = p(); accessor = q(); }
// 217. class members
class A extends b()<C> implements D, E<F> { a; b = f(); c: G = h(); d!: I; e?: J = k(); readonly l = m(); static n = o(); private static readonly p = q(); declare r: S; override t = u(); #v = w(); static #x; ['y' + z()] = aa(); 'ab' = ac(); 1 = ad(); static { ae(); this.#x = af(); } }
// 218. class methods
class A { constructor(private a: B, readonly c = f(), @D() e?: F, public override g = h()) { super(i()); } j() { k(); } async l() { m(); } *n() { o(); } async *p() { q(); } get r() { return s(); } set r(v) { t(); } static u() { v(); } #w() { x(); } ['y']() { z(); } 'aa'() { ab(); } 1() { ac(); } static async *#ad() { ae(); } get() { af(); } set() { ag(); } static() { ah(); } async() { ai(); } ; aj?(): void; }
// 219. overloads and abstract members
abstract class A { a(b: C): D; a(e: F): G { return f(); } abstract h(): I; abstract j: K; abstract get l(): M; protected abstract readonly n: O; constructor(); constructor(p?: Q) { g(); } private constructor2() { h(); } }
// 220. index signatures in classes
class A { [a: string]: unknown; static [b: number]: C; readonly [d: symbol]: E; f = g(); static readonly [h: string]: I; }
// 221. contextual names as members
class A { get = f(); set = g(); static = h(); async = i(); type = j(); readonly = k(); declare = l(); abstract = m(); public = n(); of = o(); from = p(); using = q(); override = r(); get; set; static; async; declare; readonly; await() { s(); } new() { t(); } delete() { u(); } constructor1() { v(); } out = w(); in = x(); }
// 222. class expressions
const A = class extends f(g()) { a = h(); }; const B = class C<T> extends D<T> { b() { i(); } }; new (class { c = j(); })(); k(class {}, l());
// 223. decorators on everything
@A @B() @C.D @E.F(g()) @(h()) class I { @J k = l(); @M() n() { o(); } @P() @Q() static r = s(); constructor(@T() t: U, @V(w()) private x: Y) {} @Z() get aa() { return ab(); } @AC() async ad() { ae(); } @AF accessor ag = ah(); @AI() private readonly aj: AK; am(@AL an, @AO(ap()) aq?) { ar(); } }
// 224. decorators and export
@A() export class B { c = f(); } export @D() class E { g = h(); } @I() export default class J { k = l(); }
// 225. decorators over lines with objects and arrows
@Component({
  selector: f('a'),
  providers: [{ provide: A, useFactory: (b: C) => g(b), deps: [h()] }],
})
export class D { @Input({ transform: (v: string) => i(v) }) e = j(); @HostListener('window:x', ['$event']) k() { l(); } }
// 226. decorator on a class expression
const A = @B() class { c = f(); }; const D = @E class {}; g();
// 227. decorators with members, elements, calls
@A.B.C(f()).D(g()) class H { @(I['j']()) k = l(); @(m ? n() : o()) p = q(); @(R.s!()) t = u(); }
// 228. enums
enum A { B, C = 1, D = f(), E = 'e'.length, 'F-G' = 2, H = 1 << 2, I = A.B | A.C, } const enum J { K = `k`, } declare enum L { M } declare const enum N { O } export const enum P { Q = 1 } g();
// 229. namespaces and modules
namespace A { export const b = f(); } namespace C.D.E { g(); } module F { h(); } declare module 'i' { export function j(): void; const k: L; export default k; } declare global { interface Window { m: N } var o: P; } declare module 'q'; declare namespace R { let s: T; } u();
// 230. interfaces
interface A<T = B> extends C<D>, E { a: F; b?: G; readonly c: H; d(i: J): K; e?<L>(m: L): N; (o: P): Q; new (r: S): T; [u: string]: V; get w(): X; set w(y: Z); 'aa': AB; 1: AC; [Symbol.iterator](): AD; } f();
// 231. types
type A = B | C & D; type E = { [K in keyof F]?: G[K] }; type H<T> = T extends (infer U)[] ? U : T extends Promise<infer V extends string> ? V : never; type I = typeof j; type K2 = keyof L; type M = [a: N, b?: O, ...c: P[]]; type Q = `a${R}b`; type S = unique symbol; type T2 = (a: U) => a is V; type W = new () => X; type Y = abstract new (...a: Z[]) => AA; type AB = import('c').D<E>; type AC = typeof import('d'); type AD = this; type AE = readonly F[]; type AF = asserts1; f();
// 232. more types
type A = | B; type C = & D; type E = (F)[]; type G = H['i']['j']; type K = L[number][]; type M = { -readonly [N in O]-?: P }; type Q = { [R in S as T<R>]: U }; type V = -1 | 1n | 0x1; type W = typeof a.b.c<D>; type X = typeof import('e', { with: { 'resolution-mode': 'import' } }); type Y = import('f', { with: { 'resolution-mode': 'require' } }).G; type Z = typeof this.h; type AA = (new () => B) | (() => C); f();
// 233. type members and asserts
function a(b: unknown): asserts b is C { f(); } function d(e: unknown): asserts e { g(); } class H { i(): this is J { return k(); } l(): asserts this is M { n(); } o(): asserts this { p(); } } function q(r): r is S { return t(); } const u: (v: W) => asserts v is X = y();
// 234. functions
function a<T extends B = C>(this: D, e: F, g?: H, ...i: J[]): K { return f(); } async function l() { g(); } function* m() { h(); } async function* n() { i(); } declare function o(): P; function q(r: S): T; function q(u) { j(); } function v(w = (x) => y(), { z } = k()) {}
// 235. this types and overload in an object
const a = { b(this: C, d: E) { f(); }, async *[Symbol.iterator]<T>(g: T) { h(); }, get i(): J { return k(); }, set i(l: M) { n(); }, 'o'<P>() { q(); } };
// 236. declarations with types
let a: B = f(), c!: D, e: { g: H; i?: J }[] = [k()], l: (m: N) => O = (m) => p(m); var q: typeof r = s(), t: 'u' | "v" = w(); const x: unique symbol = Symbol(y());
// 237. declare things
declare let a: B; declare var c: D; declare const e: F; declare function g(h: I): J; declare class K { l: M; n(): O; constructor(p: Q); static r: S; } declare abstract class T { abstract u(): V; } declare type W = X; declare interface Y { z: A1 } f();
// 238. optional chaining in types and defaults
function a<T, U = T extends B ? C : D>(e: T = f() as T, g: Parameters<typeof h>[0] = i()) { j(); }
// 239. arrow functions with type predicates and generics
const a = (b: unknown): b is C => f(b); const d = async <T extends E>(g: T): Promise<T> => h(g); const i = <T, U>(j: T, k: U) => ({ j: l(), k }); const m = (n: O): asserts n is P => { q(); };
// 240. arrow with object type return and function return
const a = (): { b: C } => ({ b: f() }); const d = (e: (g: H) => I): ((j: K) => L) => (j) => m(j); const n = ([a, b]: [C, D]): E[] => [g()];
// 241. class with a call, mixins, generics
class A extends B<C>(D, f()) {} class E extends (g() as H) {} class I extends j.k<L> {} class M extends (class { n = o(); }) {} class P extends Q.R(s()).T {} class U extends (v<W>(x())) {}
// 242. getters and setters with types
class A { get b(): C { return f(); } set b(d: E) { g(); } static get h() { return i(); } private set j(k) { l(); } get [m()]() { return n(); } get 'o'() { return p(); } get 1() { return q(); } get #r() { return s(); } }
// 243. conditional types with functions
type A<T> = T extends (...a: infer P) => infer R ? [P, R] : never; type B<T> = T extends new (...a: any) => infer I ? I : never; type C<T> = T extends { a: infer U; b: infer U } ? U : never; f();
// 244. comments between tokens
class /* a */ A /* b */ < /* c */ T /* d */ > /* e */ extends /* f */ B /* g */ { /* h */ i /* j */ = /* k */ f /* l */ ( /* m */ ) /* n */ ; // o
  /** p */ q /* r */ ( /* s */ ) /* t */ : /* u */ V /* w */ { /* x */ return /* y */ g() /* z */ ; } }
// 245. triple slash, pragma, jsdoc, directives
/// <reference types="node" />
// @ts-expect-error it's fine
'use strict'; "use client"; f();
// 246. module augmentation and export assignment
declare module './a' { interface B { c: D } export { e } from 'f'; } export {}; f();
// 247. object type call signatures with overloads
const a: { (b: C): D; (e: F): G; readonly h: I; new <T>(j: T): K } = f(); let b: { [key: string]: (c: D) => void } = g();
// 248. arrays of functions, optional function types
const a: ((b: C) => D)[] = [f()]; let e: (() => G) | null = h(); type I = Array<() => void>; const j: Record<string, (k: L) => Promise<M | null>> = { n: (k) => o(k) };
// 249. async arrows in class fields, in arguments with types
class A { b = async (c: D): Promise<E> => { f(); }; private readonly g = <T,>(h: T) => i(h); static j = (k?: L) => m(k ?? n()); o: () => void = () => p(); q?: (r: S) => T; u = async <V>(w: V) => x(); }
// 250. definite assignment, bang fields and calls
class A { a!: B; c = this.d!.e(f()); g = !this.h!.i(); }
// 251. unusual spacing
f ( a ) ; g
( b ) ; h . i ( ) . j
( ) ; k ?. ( c ) ; new L ( ) ; new   M  ;
// 252. template literal types and keys
type A = { [K in `a${string}`]: B }; const c: `d-${number}` = f() as `d-${number}`; type E = `${G}-${H extends I ? 'j' : 'k'}`; g();
// 253. enum with computed and negative members
enum A { B = -1, C = ~1, D = (1 + 2) * 3, E = f(1) + g(2), ['F'] = 1, G = A['B'] } h();
// 254. abstract constructor, this parameter, getter in interface
let a: abstract new (...args: any[]) => object = f(); function b(this: Window & typeof globalThis, c?: D): void { g(); }
// 255. arguments that look like generics of arrow functions
const a = async<T>(b: T) => f(b); const c = async <T>(b: T): Promise<T> => { g(); return h(b); };
// 256. nested ternaries with arrows and types
const a = b ? (c) => d : (e: F): G => f(); const h = i ? ([j]) => k() : l ? ({ m }) => n() : o();
// 257. string enum, declare fields, override
class A extends B { declare readonly c: D; override async e(): Promise<void> { await super.e(); f(); } static override g = h(); protected override readonly i = j(); public static async *k() { l(); } }
// 258. const type parameters
function a<const T extends readonly unknown[]>(b: T) { f(b); } class C<const T> { d<const U>(e: U) { g(); } } const h = <const T,>(i: T) => j(i); interface K { l<const T>(m: T): void }
// 259. generics with defaults over lines
function a<
  T extends Record<string, (...b: never[]) => unknown> = Record<string, never>,
  U extends keyof T = keyof T,
>(c: T, d: U) { return f(c[d]); }
// 260. asserts and is as names
function asserts(is: A) { f(is); } const is = (asserts: B) => g(asserts); asserts(is(h())); type is = C; type asserts = D; function i(asserts): asserts is string { return j(); }
// 261. parameters named like types
let a: (string) => void = f(); type B = (number, boolean) => void; class C { d: (any) => void = g(); } function e(h: (unknown) => void) { i(); } const j = (): { k: () => L; m: (string) => N; o: () => P } => { return q(); };
// 262. deferred and source imports
import.defer('a'); import.source(f('b')); await import.defer('c');
// 263. order of modifiers
abstract class A { abstract readonly a: B; abstract private c: D; static override e = f(); readonly g = h(); abstract override i: J; abstract protected readonly k: L; m = n(); }
// 264. using with odd names
{ using of1 = a(); using async = b(); using get = c(); await using set = d(); } e();
// 265. no semicolons
const a = () => { b() }
const c = () => { d() }
  ;[1].forEach(e)
const f = g()
const h = () => {
  i()
}
export const j = k()
// 266. an arrow function with a block before parentheses on the next line
const a = () => { b(); }
  (c(), d());
// 267. the same where no byte is spare
const a = () => { b(); }
(c(), d());
// 268. class members without semicolons
class A {
  a = f()
  b = g()
  static c = h()
  ['d'] = i()
  get
  e() { return j() }
  readonly k
  *l() { m() }
}
// 269. numbers
f(1.1_0, 1_0.1_0, 0x1_f, 1_0n, 1e1_0); g();
