// Parameters of that name: plain, destructured, rest, of an arrow, of a catch clause, of a setter.
import { getItem } from '@acme/client';

type Load = (id: number) => unknown;

export const plain = (getItem: Load) => getItem(1); // ok: the parameter
export const taken = ({ getItem }: { getItem: Load }) => getItem(1); // ok: the parameter
export const rest = (...getItem: Load[]) => getItem[0](1); // ok: the parameter
export const renamed = ({ load: getItem }: { load: Load }) => getItem(1); // ok: the parameter
export const used = ({ getItem: load }: { getItem: Load }) => [load(1), getItem(1)]; // expect: call getItem
export function caught(id: number) {
  try {
    return getItem(id); // expect: call getItem
  } catch (getItem) {
    return (getItem as Load)(id); // ok: what was caught
  }
}
