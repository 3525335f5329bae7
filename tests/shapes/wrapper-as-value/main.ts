// A wrapper handed on as a value. Read so: as with the export itself, a reference where it is handed on, with `through`;
// the call through the object is no access of its own.
import { getItem, type Options } from './acme';

const load = (id: number, options: Options) => getItem(id, options); // expect: call getItem (wrapper) ; here: load
interface Deps {
  load: (id: number, options: Options) => unknown;
}
const render = (id: number, deps: Deps) => deps.load(id, { timeoutMs: 5 }); // ok: counted where it was handed on

export const show = () => render(1, { load }); // expect: reference getItem through load
export const list = () => [1, 2].map((id) => load(id, {})); // expect: call getItem through load
