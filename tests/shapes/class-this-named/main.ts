// `const self = this` for functions that have a `this` of their own; a name of something else is not the object.
import { run } from 'queues';
import { Client, Shelf } from './acme';

export class Job {
  constructor(private client: Client, private shelf: Shelf) {}

  start() {
    const _this = this;
    run(function work() {
      _this.client.fetchItem(1); // expect: call Client.fetchItem
      _this.shelf.fetchItem(1); // ok: another class
    });
  }
  later() {
    const self: Job = this;
    return { now: () => self.client.fetchItem(2) }; // expect: call Client.fetchItem
  }
  other(self: { client: Shelf }) {
    return self.client.fetchItem(4); // ok: a parameter of that name
  }
  nested() {
    const self = this;
    return [1].map((id) => {
      const self = { client: this.shelf };
      return self.client.fetchItem(id); // ok: a name of its own
    });
  }
}
