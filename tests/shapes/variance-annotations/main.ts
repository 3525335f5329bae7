// Newer syntax of types around calls: variance, const type parameters, accessors, assertion signatures, tuples' labels.
import { findItems, getItem } from '@acme/client';

interface Source<in out T> {
  load(value: T): T;
}
class Shelf<in T, out R> {
  accessor first = getItem(1); // expect: call getItem
  search<const K extends readonly string[]>(names: K): asserts this is Source<[name: T, rest?: R]> {
    void findItems(names[0]); // expect: call findItems
  }
  declare getItem: (id: number) => void; // ok: a declared field
}
export const show = (shelf: Shelf<never, unknown>) => shelf.getItem(1); // ok: the field
export const live = <T extends (id: number) => unknown = typeof getItem>(_?: T) => getItem(1)!; // expect: call getItem
