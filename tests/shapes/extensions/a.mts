// Every extension that is read, each importing the client in its own manner.
import { getItem } from '@acme/client';

export const show = (id: number) => getItem(id); // expect: call getItem
