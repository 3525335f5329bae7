import { getItem } from '@acme/client';

export class Reports {
  async run(id: number) {
    return getItem(id); // expect: call getItem ; reach: unreachable
  }
}
