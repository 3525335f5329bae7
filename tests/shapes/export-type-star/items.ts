export type * from '@acme/client';
export type * as types from '@acme/client';
export { findItems } from '@acme/client';
export { type lookupItem, type getItem as Load } from '@acme/client';
