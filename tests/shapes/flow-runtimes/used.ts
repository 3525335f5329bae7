// The good twin of a worker: another file takes what this one exports.
import { getItem } from '@acme/client';

export default {
  async fetch(id: number) {
    return await getItem(id); // expect: call getItem ; reach: contained
  },
};
