import { getItem } from '@acme/client';

export async function loaded(id: number) {
  return getItem(id); // expect: call getItem ; reach: renders
}
export default async function unused() {
  return getItem(2); // expect: call getItem ; reach: unreachable
}
