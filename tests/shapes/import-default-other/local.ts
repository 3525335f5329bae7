export default function getItem(id: number): { id: number } {
  return { id };
}
export { getItem as byNumber } from '@acme/client';
