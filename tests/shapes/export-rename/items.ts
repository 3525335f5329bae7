export { getItem as loadItem, findItems as getItem, lookupItem as findItems } from '@acme/client';
