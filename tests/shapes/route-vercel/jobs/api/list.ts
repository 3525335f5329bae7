import { getItem } from '@acme/client';

export default async function list() {
  return getItem(3); // expect: call getItem ; reach: unreachable
}
