import { getItem } from '@acme/client';

export async function left(id: number) {
  await getItem(id); // expect: call getItem ; reach: unreachable
}
