// The type of an object that holds the client: `typeof deps`, by an alias, in a constructor and in a pattern.
import * as acme from '@acme/client';
import { other } from './other';

const deps = { acme, log: console };
const others = { acme: other };
type Deps = typeof deps;

export class Job {
  constructor(private deps: Deps, private others: typeof others) {}
  run = () => this.deps.acme.getItem(1); // expect: call getItem
  none = () => this.others.acme.getItem(1); // ok: another object
}
export const byPattern = ({ acme: held }: typeof deps) => held.findItems('x'); // expect: call findItems
export const byName = (given: Deps) => given.acme.getItem(2); // expect: call getItem
