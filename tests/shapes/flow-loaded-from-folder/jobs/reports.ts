import { getItem } from '@acme/client';

export default class Reports {
  async run(id: number) { // escape: unresolved-call
    return getItem(id); // expect: call getItem ; reach: escapes
  }
}
