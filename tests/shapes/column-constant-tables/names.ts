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
export const COLUMNS = ['id', 'title'] as const;
export const NUMBERS = ['id', 'year'];
export enum Column {
  Title = 'title',
}
export class Statements {
  static readonly titles = 'SELECT title FROM items';
  static readonly years = 'SELECT year FROM items';
  static all() {
    return 'SELECT title FROM items';
  }
}
