import { getItem } from '../client';

export const check = () => getItem(1); // expect: call getItem (test)
