// Overloads of exports: each of them is exported, and has another offset than the function itself.
import { findItems, getItem } from '@acme/client';

export function byEither(id: number): Promise<unknown>;
export function byEither(id: string): Promise<unknown>;
export function byEither(id: number | string) {
  return getItem(Number(id)); // expect: call getItem ; reach: renders ; keyed: request
}

export default function byText(text: string): Promise<unknown>;
export default function byText(text: string, limit: number): Promise<unknown>;
export default function byText(text: string, limit?: number) {
  return findItems(text, limit); // expect: call findItems ; reach: renders
}
