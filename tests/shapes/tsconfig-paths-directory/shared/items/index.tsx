export { getItem as loadItem } from '@acme/client';
