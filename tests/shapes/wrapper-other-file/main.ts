// A wrapper in another file, reached by a rename, a namespace and a default import.
import load, * as items from './items';
import { load as fetchOne } from './barrel';

export const one = () => fetchOne(1, {}); // expect: call getItem through load
export const two = () => items.load(2, {}); // expect: call getItem through load
export const three = () => load(3, {}); // expect: call getItem through load
export const none = () => items.count([]); // ok: another function
