// One call in production, the same in a test: the file's scope is the only difference.
import { getItem } from '@acme/client';

export const show = (id: number) => getItem(id); // expect: call getItem
