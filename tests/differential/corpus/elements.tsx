// 301. text with odd characters
const a = <p>Don't stop "now" it's `fine` // no comment /* none */ a! = b &amp; &copy; {f()} $ {'<'} é — 100% #1 @x ; : ?</p>;
// 302. generic elements
const b = <List<Row> items={f()} />; const c = <Select<A, B<C>> x={g()}>{h()}</Select>;
// 303. text that looks like type arguments
const d = <p>see f<b>(c)</b> and sql<i>`x`</i> {f()} await g<u>(h)</u> !a.b()!.c()</p>;
// 304. arrows in attributes
const e = <A b={() => f()} c={async (d) => { await g(d); }} e={(f) => <G h={h()}>{i()}</G>} />;
// 305. generic arrows
const j = <T,>(k: T) => f(k); const l = <T extends A>(m: T) => g(m); const n = async <T,>(o: T) => h(o); function p<T>(q: T) { return i<T>(q); }
// 306. attributes
const r = <a b="it's" c='say "x"' d-e={f()} g:h="i" {...j()} k={`l ${m()}`} n={<o />} p q={"r"} aria-label={s!.t()} u="multi
line">x</a>;
// 307. fragments, members, namespaces
const t = <><A.B.C d={f()} /><svg:rect /><this.D /><a-b /></>;
// 308. conditionals and maps
const u = <ul>{a ? <li>{f()}</li> : null}{b && <i>{g()}</i>}{c.map((d) => <li key={d.id()}>{h(d)}</li>)}{/* comment it's */}{...e()}</ul>;
// 309. entities and braces in strings
const v = <p title="&lt;b&gt; {not code} f<T>(x)">{"{f()}"}{'}'}{`}${f()}`}&#123;&nbsp;</p>;
// 310. comparison in a child
const w = <p>{a < b ? f() : g()}{c > d && h()}{(e as F) > (i())}</p>;
// 311. calls with type arguments in children and attributes
const x = <p a={f<T>(g())} b={sql<U>`x ${h()}`}>{await i<V>(j())}{k.l<W>(m())}{!n.o()!.p()}</p>;
// 312. hooks with type arguments
const [y, z] = useState<string | null>(f()); const aa = useRef<HTMLDivElement>(null); const ab = useMemo<A[]>(() => g(), [h()]); const ac = forwardRef<A, B>((c, d) => <E f={i()} />);
// 313. nested elements over lines
const ad = (
  <A
    b={f()} // comment it's
    /* another */
    {...g()}
  >
    text {h()} more
    <B>{i()}</B>
    {j ? (
      <C />
    ) : (
      k()
    )}
  </A>
);
// 314. returned elements, arrows that return elements
function ae() { return <p>{f()}</p>; } const af = () => <p>{g()}</p>; const ag = (a) => a && <b>{h()}</b>; const ah = [<i key={1} />, j()];
// 315. regular expressions and divisions near elements
const ai = <p a={/x</.test(f())}>{b / c / g()}</p>; const aj = a < b; h(); const ak = c > d; const al = <b />; i();
// 316. slashes, quotes and URLs in text
const am = <p>https://a.b/c?d=e&f=g 'x "y it's {f()} / // <br/> /* {g()} */ -- =&gt;</p>;
// 317. query strings in attributes
const an = <a href="https://a.b/c?d=e&f=g&display=swap&utm_campaign=oss" b={f()}>x &bad y &amp z</a>; g();
// 318. as, satisfies and non-null in children
const ao = <A b={c as D} e={f()!} g={{ h: i() } satisfies J}>{(k as L[]).map((m) => n(m))}{o!.p()}</A>;
// 319. spread children and comments only
const ap = <A>{/* c */}</A>; const aq = <A>{...f()}</A>; const ar = <A>{
  // line comment's
  g()
}</A>;
// 320. decorators and classes in tsx
@A() class B extends C<D, E> { @F() g = h(); render() { return <p onClick={() => this.i<T>(j())}>{k()}</p>; } }
// 321. element types as names with keywords
const as1 = <type />; const at = <T.default a={f()} />; const au = <div class="a" for="b" type={g()} as={h} in={i()} default />;
// 322. empty attribute-expressions, text with greater-than entities
const av = <p>a &gt; b &lt; c {f()} {" "}
  d</p>;
// 323. template with elements
const aw = `${f(<p>{g()}</p>)}`; const ax = h(<i>`</i>, j(), <u>'</u>, k(), <s>"</s>, l());
// 324. text with an apostrophe before calls with type arguments
const ay = <p>it's</p>; const az = await f<T>(g()); const ba = <p>don`t</p>; const bb = sql<U>`x ${h()}`;
// 325. text that ends a tag oddly
const bc = <p>a - - b ... ? ! {f()} ( [ ] ) ; , . | \ ^ ~ % $ # @ * + = _</p>;
// 326. nested generic element in an attribute of a generic element
const bd = <A<B> c={<D<E> f={f()} />} g={(h) => i<J>(h)} />;
// 327. satisfies component and generic default export
export default function Page<T extends object = {}>({ a, b = f() }: { a: T; b?: string }) { return <A<T> c={a}>{g(b)}</A>; }
// 328. optional chaining and nullish in attributes
const be = <A b={c?.d?.(e())} f={g ?? h()} i={j?.[k()]} l={m!} />;
// 329. operators in text
const bf = <A>b && c && ( {f()} ) || d</A>; const bg = <p>a & b {g()}</p>; const bh = <p>&& {h()}</p>; i();
// 330. types of parameters that look like names
const bi = (a: { b?: (string) => void }) => <p>{f()}</p>; g();
// 331. tagged templates with type arguments
const bj = styled.div<{ a?: B }>`c: ${(d) => f(d)};`; const bk = styled(B)<Props<C>>`e ${g()}`; const bl = styled(B).attrs<D>({ e: h() })<F>`g`;
// 332. children that are arrow functions with type parameters
const bm = <A>{<T,>(b: T) => f<T>(b)}</A>; const bn = <A b={async <T,>(c: T) => { await g<T>(c); }} />;
// 333. comparisons beside elements
const bo = a < b && c > (d()); const bp = e() < f ? <p>{g()}</p> : <b />; const bq = (h < i) && <p>{j()}</p>;
