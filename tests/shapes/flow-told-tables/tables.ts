import { toldItems, toldNotes, toldRest } from './schema';

export function tableOf(kind: string) {
  if (kind === 'notes') return toldNotes;
  return toldItems;
}
export const of = (kind: string) => (kind === 'items' ? toldItems : toldRest);
export const KINDS = new Map([
  ['items', toldItems],
  ['rest', toldRest],
]);
