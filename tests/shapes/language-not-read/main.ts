// Files in languages that are not read, yet name the client or the variable, are listed; others are not.
import { getItem } from '@acme/client';

export const show = (id: number) => getItem(id); // expect: call getItem
