import { getItem } from '@acme/client';

export const show = (id) => getItem(id); // expect: call getItem
