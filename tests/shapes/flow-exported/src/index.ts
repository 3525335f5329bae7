// What a package gives to others can be called by anyone; what nothing in it calls and nobody can load cannot.
import { findItems, getItem, lookupItem } from '@acme/client';
import { inner } from './inner';

export * from './passed';

export async function title(id: number) { // escape: exported
  return (await getItem(id)).title; // expect: call getItem ; reach: escapes
}

async function unused() {
  return findItems('x'); // expect: call findItems ; reach: unreachable
}

export async function warm() {
  await lookupItem('x'); // expect: call lookupItem ; reach: contained
  await inner();
}
