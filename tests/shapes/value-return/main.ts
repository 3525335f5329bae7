// The function as a result: of a function, of an arrow, of a getter, of a generator.
import { findItems, getItem } from '@acme/client';

export function loader() {
  return getItem; // expect: reference getItem
}
export const searcher = () => findItems; // expect: reference findItems
export class Shelf {
  get load() {
    return getItem; // expect: reference getItem
  }
}
export function* all() {
  yield findItems; // expect: reference findItems
}
export const called = () => getItem(1); // expect: call getItem
