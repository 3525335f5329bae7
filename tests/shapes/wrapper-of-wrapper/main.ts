// Two wrappers, one above the other. Read so: `through` names the lines from the call down to the export.
import { getItem, type Options } from './acme';

const inner = (id: number, options: Options) => getItem(id, options); // expect: call getItem (wrapper) ; here: inner
const outer = (id: number, options: Options) => inner(id, { ...options }); // expect: call getItem through inner (wrapper) ; here: outer

export const show = () => outer(1, { timeoutMs: 5 }); // expect: call getItem through outer, inner
export const direct = () => inner(2, {}); // expect: call getItem through inner
