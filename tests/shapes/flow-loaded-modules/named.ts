import { getItem } from '@acme/client';

export const first = () => getItem(1).then(console.log); // expect: call getItem ; reach: contained ; sink: log
export const second = () => getItem(2).then(console.log); // expect: call getItem ; reach: unreachable ; sink: log
export const third = 3;
