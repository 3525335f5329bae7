// Programs share this code, and not what it keeps.
import { findItems } from '@acme/client';

const kept = new Map<string, unknown>();
export const put = (key: string, value: unknown) => void kept.set(key, value);
export const got = (key: string) => kept.get(key);

export async function fill() {
  put('shared', await findItems('shared')); // expect: call findItems ; reach: renders
}
