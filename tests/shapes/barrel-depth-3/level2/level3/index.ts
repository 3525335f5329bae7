export { getItem as loadItem } from '@acme/client';
export * from './search';
