// Methods that nobody calls by name: code of others calls what it decorates, and what overrides a method of its own. A
// method of a plain class is called by those who name it. Functions that call each other in a circle run where any of
// them does.
import { getItem } from '@acme/client';
import { Derived, Guarded, Listener } from './listeners';

const even = async (id: number): Promise<void> => {
  await getItem(id); // expect: call getItem ; reach: contained
  if (id > 0) await odd(id - 1);
};
const odd = async (id: number): Promise<void> => {
  await getItem(id); // expect: call getItem ; reach: contained
  if (id > 0) await even(id - 1);
  if (id > 9) await round(id);
};
const round = async (id: number): Promise<void> => {
  await getItem(id); // expect: call getItem ; reach: contained
  await odd(id);
};
const ping = async (id: number): Promise<void> => {
  await getItem(id); // expect: call getItem ; reach: unreachable
  await pong(id);
};
const pong = async (id: number): Promise<void> => {
  await getItem(id); // expect: call getItem ; reach: unreachable
  await ping(id);
};
void odd(3);
void [new Derived(), Guarded, Listener];
