// The caller of a wrapper that brings its own options is no wrapper itself; the chain ends there.
import { getItem, type Options } from './acme';

const load = (id: number, options: Options) => getItem(id, options); // expect: call getItem (wrapper) ; here: load
const page = (id: number) => load(id, { timeoutMs: 5 }); // expect: call getItem through load

export const show = () => page(1); // ok: a function that merely calls a wrapper
