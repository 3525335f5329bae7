// Functions that merely call an export are none: an id, a text or a limit from their own parameters makes no wrapper, nor
// do options that they make themselves.
import { findItems, getItem } from './acme';

const load = (id: number) => getItem(id); // expect: call getItem
const search = (text: string, limit: number) => findItems(text, limit); // expect: call findItems
const own = (id: number) => getItem(id, { timeoutMs: 5 }); // expect: call getItem
const armed = (id: number, ms: number) => getItem(id, { withheld: false, timeoutMs: 2 * Math.min(ms, 1) }); // expect: call getItem
const shared = { timeoutMs: 7 };
const constant = (id: number) => getItem(id, shared); // expect: call getItem

export const show = () => [load(1), search('x', 5), own(2), armed(3, 4), constant(5)]; // ok: none of them is a wrapper
