// In TSX a generic arrow needs its comma, and `<T>` is no assertion.
import { getItem } from '@acme/client';

const pass = <T,>(value: T) => value;
const twice = <T extends unknown>(load: () => T) => [load(), load()];

export const show = (id: number) => pass(getItem(id)); // expect: call getItem
export const both = (id: number) => twice(() => getItem(id)); // expect: call getItem
