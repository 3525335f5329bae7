import { getItem } from '@acme/client';

export async function warm(_: unknown) {
  await getItem(2); // expect: call getItem ; reach: contained
}

export async function unused(id: number) {
  await getItem(id); // expect: call getItem ; reach: unreachable
}
