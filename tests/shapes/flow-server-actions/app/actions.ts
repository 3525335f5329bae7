'use server';
// What an action returns is in `data` of what its call gives, the message of what it throws may be in `serverError`, and
// what it is given is its `parsedInput`. Whose call it is given by is not told apart.
import { getItem } from '@acme/client';
import { signedIn } from './safe';

export const readItem = signedIn.inputSchema({}).action(async ({ parsedInput }: { parsedInput: { id: number } }) => {
  return getItem(parsedInput.id); // expect: call getItem ; reach: renders
});
export const failing = signedIn.action(async ({ parsedInput }: { parsedInput: { id: number } }) => {
  const item = await getItem(parsedInput.id); // expect: call getItem ; reach: renders
  if (!item.title) throw new Error(item.reason);
  return { ok: true };
});
export const echo = signedIn.action(async ({ parsedInput }: { parsedInput: { title: string; other: string } }) => {
  return { title: parsedInput.title, other: parsedInput.other };
});
