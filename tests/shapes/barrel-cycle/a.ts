// Two barrels that export each other: the search for a name ends, and finds what the cycle leads to.
export * from './b';
export { getItem } from '@acme/client';
