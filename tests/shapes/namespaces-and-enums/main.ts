// Code in TypeScript's namespaces and enums runs; what is declared ambient does not.
import { findItems, getItem } from '@acme/client';

namespace shelf {
  export const load = () => getItem(1); // expect: call getItem
  export namespace inner {
    export const search = findItems;
  }
  import again = inner.search;
  void again('x'); // expect: call findItems
}
declare namespace ambient {
  function getItem(id: number): void; // ok: ambient
}
enum Size {
  Label = 'getItem'.length, // ok: a string
}
export const show = () => [shelf.load(), shelf.inner.search('y'), Size.Label]; // expect: call findItems
export const none = () => ambient.getItem(1); // ok: an ambient namespace's own
