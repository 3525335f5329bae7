export const getItem = (id: number) => ({ id });
export { findItems } from '@acme/client';
