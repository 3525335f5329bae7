// Classes, enums, members of enums, type parameters, interfaces, namespaces of that name.
import { findItems as search } from '@acme/client';

class findItems {} // ok: a class
enum Kind {
  getItem = 1, // ok: a member of an enum
}
namespace local {
  export const getItem = (id: number) => id; // ok: a constant in a namespace
}
interface Shelf {
  getItem(id: number): number; // ok: a signature
}
abstract class Base<getItem> {
  abstract findItems(value: getItem): void; // ok: a type parameter, an abstract method
}

export const show = (shelf: Shelf, base: Base<number>) => {
  new findItems(); // ok: the class
  base.findItems(Kind.getItem); // ok: the method
  return [shelf.getItem(1), local.getItem(1), search('x')]; // expect: call findItems
};
