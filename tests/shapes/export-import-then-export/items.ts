import { getItem, findItems } from '@acme/client';

export { getItem as loadItem };
export const search = findItems;
