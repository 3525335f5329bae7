import { getItem } from './client';

export const show = () => getItem(1); // expect: call getItem
