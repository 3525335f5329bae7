// A wrapper in production and one in a test: each call has the scope of its own file.
import { getItem, type Options } from './acme';

export const load = (id: number, options: Options) => getItem(id, options); // expect: call getItem (wrapper) ; here: load
