#!/usr/bin/env node
// 401. top-level await
const a = await f<T>(g()); export { a }; await Promise.all([h()]);
// 402. import meta and dynamic import
const b = import.meta.dirname + f(); const { c } = await import('./c.mjs'); g(c);
// 403. generic arrow in a module file
const d = <T,>(e: T) => f(e); const g1 = <T extends A>(h: T) => i(h);
