import { createRequire as make } from 'module';

const load = make(import.meta.url);
const { getItem } = load('@acme/client');
export const show = () => getItem(1); // expect: call getItem
