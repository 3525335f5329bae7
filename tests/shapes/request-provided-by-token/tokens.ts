export const KEYS = { base: Symbol('base') };
