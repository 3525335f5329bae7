import { getItem } from '@acme/client';

export declare const show: typeof getItem; // ok: a type
export declare function findItems(text: string): string; // ok: ambient
