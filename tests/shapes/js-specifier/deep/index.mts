export { getItem as load } from '@acme/client';
