// Files that a framework loads by where they stand, and those that package.json names, may have tests that import them.
import { getItem } from '@acme/client';
import { warm } from './src/lib/warm';

export async function register() {
  await warm(await getItem(1)); // expect: call getItem ; reach: contained
}
