export function getItem(id: number): { id: number } {
  return { id };
}
