export { getItem } from '@acme/client';
