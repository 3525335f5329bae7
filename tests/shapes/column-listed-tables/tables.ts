import { notes, sheets, shelfItems } from './schema';

export const TABLES = { items: shelfItems, sheets };
export const ORDER = Object.freeze([
  sheets,
  shelfItems,
]);
export const OTHERS = { sheets, notes };
