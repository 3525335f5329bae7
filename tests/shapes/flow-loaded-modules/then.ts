import { getItem } from '@acme/client';

export const run = () => getItem(1).then(console.log); // expect: call getItem ; reach: contained ; sink: log
