// 441. component
export default function A({ b, c = d() }) { const [e, f] = useState(g()); return <div onClick={() => f(h())} {...i()}>{b.map((j) => <K key={j.l()} />)} it's &amp; {m()}</div>; }
// 442. text
const n = <p>f<b>(c)</b> sql<i>`x`</i> a! . b {o()}</p>;
// 443. fragment and spread
const p = <>{q()}<R {...s()} t /></>;
