// A wrapper's other names are wrappers too, and a wrapper may hold the export under another name.
import { getItem, type Options } from './acme';

const fetchOne = getItem;
const load = (id: number, options: Options) => fetchOne(id, options); // expect: call getItem (wrapper) ; here: load
const again = load;

export const show = () => again(1, {}); // expect: call getItem through load
