// A default value brings the client in: to a parameter, a part of one, and to a field that is declared as one.
import * as client from '@acme/client';
import * as other from './other';

export class Field {
  constructor(private readonly c = client) {}
  load(id: number) {
    return this.c.getItem(id); // expect: call getItem
  }
}
export class Deps {
  constructor(readonly deps = { client, other }) {}
  load(id: number) {
    return this.deps.client.getItem(id); // expect: call getItem
  }
  look(id: number) {
    return this.deps.other.getItem(id); // ok: another module's
  }
}
export class Other {
  constructor(private readonly c = other) {}
  load(id: number) {
    return this.c.getItem(id); // ok: another module's
  }
}
export const part = ({ c = client } = {}) => c.getItem(1); // expect: call getItem
export const parts = ({ deps: { c = client, o = other } = {} } = {}) => [c.findItems('x'), o.getItem(1)]; // expect: call findItems
export function whole(c = client) {
  return c.getItem(2); // expect: call getItem
}
