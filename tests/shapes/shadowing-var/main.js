// `var` belongs to the function, not to the block; a named function expression sees its own name.
import { findItems, getItem } from '@acme/client';

export function show(id) {
  if (id) {
    var getItem = (n) => n;
  }
  return getItem(id); // ok: the variable, also outside its block
}

export const again = function findItems(text) {
  return text ? findItems('') : getItem(1); // expect: call getItem
};
export const live = () => findItems('x'); // expect: call findItems
