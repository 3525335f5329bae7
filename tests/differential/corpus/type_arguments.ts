// 1. a tagged template with type arguments
const a = sql<Row[]>`select ${f(x)} from t`;
// 2. awaited call with type arguments
const b = await get<User>(id(1));
// 3. awaited method call with type arguments
const c = await this.db.query<{ id: number; name?: string }>(text());
// 4. type argument is the type of a module
const d = await original<typeof import('./m')>();
// 5. the same without await
const e = original<typeof import('./m')>(g());
// 6. type argument is a member of a module
const f1 = load<import('./m').Row>(g());
// 7. several levels of type arguments that close with >>
const h = f<Map<string, Set<number>>>(g());
// 8. close with >>> before a template
const i = sql<A<B<C>>>`x ${g()}`;
// 9. function type as a type argument
const j = await on<(a: string, b?: number) => Promise<void>>(g());
// 10. tagged template with a function type
const k = sql<() => void>`x ${g()}`;
// 11. constructor type
const l = make<new (a: string) => Foo>(g());
// 12. abstract constructor type
const m = make<abstract new () => Foo>(g());
// 13. object type over lines with semicolons
const n = sql<{
  a: string;
  b: number | null; // it's a comment
  /* another one */ c?: Date;
}>`select ${g()}`;
// 14. object type over lines without separators
const o = sql<{
  a: string
  b(x: number): void
  readonly c?: Date
}>`select ${g()}`;
// 15. mapped type
const p = await f<{ readonly [K in keyof T]-?: T[K] }>(g());
// 16. mapped type with as
const q = sql<{ +readonly [K in keyof T as `get${K & string}`]+?: T[K] }>`x ${g()}`;
// 17. conditional type
const r = await f<T extends string ? A : B>(g());
// 18. conditional type with infer and constraint
const s = sql<T extends (infer U extends string)[] ? U : never>`x ${g()}`;
// 19. tuple with names, options and rest
const t = await f<[a: string, b?: number, ...rest: boolean[]]>(g());
// 20. tuple in a tagged template
const u = sql<readonly [string, number]>`x ${g()}`;
// 21. indexed access
const v = await f<Row['id' | 'name']>(g());
// 22. indexed access in a tagged template
const w = sql<Row['id']>`x ${g()}`;
// 23. union that starts with a bar
const x = await f<
  | 'a'
  | 'b'
>(g());
// 24. intersection in a tagged template
const y = sql<A & { b: 1 }>`x ${g()}`;
// 25. literal types: numbers, negative, bigint, boolean, null, undefined
const z = sql<1 | -1 | 10n | true | null | undefined>`x ${g()}`;
// 26. template literal type
const aa = await f<`a-${string}`>(g());
// 27. template literal type in a tagged template
const ab = sql<`a-${B}`>`x ${g()}`;
// 28. typeof a value
const ac = sql<typeof users.$inferSelect>`x ${g()}`;
// 29. typeof with type arguments
const ad = await f<ReturnType<typeof g<string>>>(g());
// 30. keyof typeof
const ae = sql<keyof typeof map>`x ${g()}`;
// 31. type predicate
const af = await f<(x: unknown) => x is string>(g());
// 32. asserts
const ag = await f<(x: unknown) => asserts x is string>(g());
// 33. asserts without a type
const ah = f<(x: unknown) => asserts x>(g());
// 34. unique symbol, readonly arrays
const ai = await f<unique symbol, readonly string[]>(g());
// 35. optional call with type arguments
const aj = await api?.get?.<User>(g());
// 36. optional call with type arguments, no await
const ak = api.get?.<User>(g())?.b.c<D>(h());
// 37. on the result of a call
const al = await make(g())<T>(h());
// 38. on an element
const am = await table['a'].b[0]<T>(h());
// 39. on a non-null value
const an = await table.a!<T>(h());
// 40. new with type arguments
const ao = new Map<string, Array<() => void>>(g());
// 41. new without parentheses
const ap = new Map<string, number>;
// 42. new without parentheses and members
const aq = g(new Set<string>, 1);
// 43. awaited new
const ar = await new Loader<Row>(g()).run<Out>(h());
// 44. spread over lines
const as1 = await client
  .from<Row>('t')
  .select<'a', { b: string }>(g())
  .then<void>(h);
// 45. negated
const at = !check<T>(g());
// 46. typeof, void, delete, minus
const au = [typeof f<T>(g()), void f<T>(g()), -f<T>(g()), +f<T>(g()), ~f<T>(g())];
// 47. in a conditional and after &&
const av = a && f<T>(g()) ? h<U>(1) : i<V>`x`;
// 48. arithmetic beside it
const aw = 1 + f<T>(g()) * h<U>(2) - k<V>`3`;
// 49. yield
function* ax() { yield f<T>(g()); yield* h<U>(i()); const b = yield sql<T>`x`; }
// 50. in a template
const ay = `a ${await f<T>(g())} b ${sql<U>`c ${h<V>(1)}`}`;
// 51. comparisons that are no type arguments
const az = a < b && c > (d); const az2 = a < f(b) || c > (g()); const az3 = i < n ? a : b > (h());
// 52. more comparisons
if (a < b.length && b[0] > (c + f())) g(); for (let i = 0; i < n; i++) if (i > (m >> 1)) f(i);
// 53. shifts
const ba = (a << b) >> (c()); const bb = a >>> (b()); const bc = a < 1 && b >> `x`.length;
// 54. comparison with a template
const bd = a < b && c > `x${f()}`; const be = g(a > `y`);
// 55. text that looks like type arguments
const bf = 'f<T>(x)' + "sql<T>`x`" + `await f<T>(x) ${g()} a!.b`; // await f<T>(x), !a.b()!.c()
// 56. a regular expression that looks like type arguments
const bg = /f<T>(x)`/.test(g()) || /await f<T>(x)['"`]/u.exec(h());
// 57. text of a comment
/* await f<T>(x); sql<T>`x` !a.b()!.c() */ f(); /** @type {await f<T>(x)} */ g();
// 58. instantiation expressions
const bh = make<string>; const bi = [make<A>, make<B>]; f(make<C>, g(1)); const bj = (make<D>)(h());
// 59. instantiation and then a member
const bk = (make<A>).b(g()); const bl = { a: make<A>, b: f() };
// 60. super call with type arguments on the class
class Bm extends Base<Row>(g()) { constructor() { super(h()); super.run<T>(i()); } }
// 61. decorator with type arguments
@Injectable<Foo>(g()) class Bn { @Prop<Bar>(h()) a = f(); @Out<T>() b = 1; }
// 62. satisfies and as beside it
const bo = (await f<T>(g())) as U; const bp = await f<T>(g()) satisfies V; const bq = <W>f<T>(g());
// 63. type assertion before a call
const br = <T>(f(x)); const bs = <any>window.f<T>(g()); const bt = <const>[f()];
// 64. awaited import
const bu = await import('./m'); const bv = (await import('./m')).f<T>(g());
// 65. for await with type arguments
for await (const x of stream<Row>(g())) f(x);
// 66. arrow whose body is such a call
const bw = async () => await f<T>(g()); const bx = () => sql<T>`x`;
// 67. default values and properties
function by(a = f<T>(g()), { b = sql<U>`x` } = h<V>()) {} const bz = { a: await f<T>(g()), [k<T>(1)]: sql<U>`y` };
// 68. comment between type arguments and arguments
const ca = await f<T>/* c */(g()); const cb = sql<T> /* d */ `x ${h()}`;
// 69. newline between type arguments and arguments
const cc = await f<T>
  (g());
// 70. return and throw
function cd() { if (a) return await f<T>(g()); if (b) return sql<T>`x`; throw await h<E>(i()); }
// 71. strings in types that hold brackets
const ce = await f<Pick<A, ')>(' | "it's">>(g());
// 72. this type and numbers as keys
const cf = await f<{ 0: this; 'a-b': 1; [k: string]: unknown }>(g());
// 73. getter signatures and new signatures in a type
const cg = await f<{ get a(): string; set a(x); new (b: 1): C; (d: 2): E; <T>(x: T): T }>(g());
// 74. generic function type as a type argument
const ch = await f<<T>(x: T) => T>(g()); const ci = h<<const T extends A = B>(x: T) => T>(i());
// 75. enum member, qualified name
const cj = await f<A.B.C<D.E>>(g());
// 76. optional type in an awaited chain
const ck = await a?.b<T>(c())?.d<U>(e())!.f;
// 77. in an if and a while head
if (await f<T>(g())) h(); while (!(await k<U>(1))) m(); do { n(); } while (await o<V>());
// 78. switch
switch (await f<T>(g())) { case h<U>(1): i(); break; default: j(); }
// 79. nested in arguments
f<A>(await g<B>(sql<C>`x ${await h<D>(1)}`));
// 80. private names
class Cl { #a = f(); async b() { return await this.#a<T>(g()); } static #c() { return Cl.#c<U>(); } has(x) { return #a in x && h(); } }
// 81. tagged template whose tag is a call, closed by >>
const cm = styled(Overlay)<Props<Inner>>`a ${f()}`; const cn = styled(A.B)<Props>`a`; const co = styled(a)<{ b?: string }>`c ${(d) => g(d)}`;
// 82. line comments between type arguments and a template
const cp = sql<A> // it's
  // a comment
  `x ${f()}`;
// 83. comparisons joined by &&, which parse as an intersection of types
if (a < b && c > (d())) e(); const cq = a < b.length && b[0] > (f()); const cr = x < y.z && w.v > (g());
// 84. escapes in the type of a template literal
type Cs = `a \`${B}\` c`; f(); const ct: `\${D}` = g();
// 85. a type argument list with a comment that holds brackets
const cu = await f</* > ( */ A, // it's >(
  B>(g());
// 86. the type of a module with type arguments
const cv = await f<import('m').A<B>>(g()); type Cw = import('m').A<B>; type Cx = typeof import('m'); const cy = g() as import('m').A<B>; const cz: import('m').B = h() satisfies import('n').C;
// 87. enum and namespace members as callees
A.B.c<D>(f()); new A.B<C>(g()).d<E>(h()); A['b']<C>(i());
// 88. await inside arguments of a call with type arguments
f<A>(await g<B>(h()), await sql<C>`x`); await Promise.all<A>([f<B>(g()), await h<C>(i())]);
// 89. arrow body and conditional with awaited calls
const da = async () => (await f<A>(g())).b; const db = (await f<A>(g())) ? await h<B>(i()) : await j<C>(k());
// 90. assertion functions and predicates beside them
const dc: (a: unknown) => asserts a is B = f<A>(g()); const dd = await h<(b: string) => b is 'c'>(i());
// 91. non-null and awaited with type arguments
const de = (await a!.b<T>(c()))!.d(e()); const df = !(await f<T>(g()))!.h(); const dg = !a.b<T>(c())!.d(e());
