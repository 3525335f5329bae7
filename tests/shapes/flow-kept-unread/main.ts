// Code of which nothing is known is given a function, and what it gives back stands in a name: used only where that is read.
import { getItem } from '@acme/client';
import { define, wrap } from 'somewhere';

export const routes = [define('/items', async () => getItem(1))]; // expect: call getItem ; escape: unmodelled-code

const load = wrap(async () => getItem(2)); // expect: call getItem
console.log(await load()); // sink: log
