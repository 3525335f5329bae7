import { getItem } from '@acme/client';

export async function title(id: number) { // escape: exported
  return (await getItem(id)).title; // expect: call getItem ; reach: escapes
}
