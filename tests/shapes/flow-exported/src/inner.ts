import { getItem } from '@acme/client';

export async function inner() {
  await getItem(1); // expect: call getItem ; reach: contained
}

export async function left() {
  await getItem(2); // expect: call getItem ; reach: unreachable
}

export async function renamed() { // escape: exported
  return getItem(3); // expect: call getItem ; reach: escapes
}

export async function kept() {
  return getItem(4); // expect: call getItem ; reach: unreachable
}
