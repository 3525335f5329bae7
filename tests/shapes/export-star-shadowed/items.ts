export * from '@acme/client';

export function getItem(id: number): { id: number } {
  return { id };
}
