import { load } from './a';

export const label = (text: string) => `[${text}]`;
export const again = (id: number) => load(id); // expect: call getItem
