// What extends the client inherits from it wherever the class is written: anonymous, in a function, around a parameter.
import { Client } from './acme';
import Anonymous from './anonymous';
import { Own } from './own';

new Anonymous().fetchItem(1); // expect: call Client.fetchItem
export const made = () =>
  new (class extends Client {
    twice(id: number) {
      return [this.fetchItem(id), this.fetchItem(id)]; // expect: call Client.fetchItem ; expect: call Client.fetchItem
    }
  })();
made().fetchItem(2); // expect: call Client.fetchItem
export function local() {
  class Local extends Client {}
  return new Local();
}
local().fetchItem(3); // expect: call Client.fetchItem
const Traced = <T extends new () => object>(Base: T) => class extends Base {};
new (Traced(Client))().fetchItem(4); // expect: call Client.fetchItem
new (class extends Own {})().fetchItem(5); // ok: another class
new (class extends Client {
  fetchItem(id: number) {
    return { id };
  }
})().fetchItem(6); // ok: it has its own
