export const TABLES = { one: 'items', two: 'venues' } as const;
export const FROZEN = Object.freeze({ one: 'items', two: 'venues' });
export enum Table {
  One = 'items',
  Two = 'venues',
}
export class Names {
  static readonly ONE = 'items';
  static readonly TWO = 'venues';
}
export const LISTED = ['items', 'notes'] as const;
export const QUALIFIED = `"shop"."items"`;
export const OTHER = 'venues';
export const tableOf = (kind: 'one' | 'two') => (kind === 'one' ? 'items' : 'venues');
