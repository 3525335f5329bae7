export { getItem as default, findItems } from '@acme/client';
