import { getItem } from '@acme/client';

export default async function kept() {
  return getItem(2); // expect: call getItem ; reach: unreachable
}
