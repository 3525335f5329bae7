// A function that forwards the flag alone: from a parameter, from a parameter's property, under another name.
import { getItem } from './acme';

type Flagged = { id: number; withheld: boolean };

export const byFlag = (id: number, withheld: boolean) => getItem(id, { withheld }); // expect: call getItem (wrapper) ; here: flag
export const byName = (id: number, hide = false) => getItem(id, { withheld: hide }); // expect: call getItem (wrapper) ; here: name
export const byItem = (item: Flagged) => getItem(item.id, { withheld: item.withheld }); // expect: call getItem (wrapper) ; here: item

export const one = () => byFlag(1, true); // expect: call getItem through flag
export const two = () => byName(2); // expect: call getItem through name
export const three = () => byItem({ id: 3, withheld: false }); // expect: call getItem through item
