export function countItems(rows: unknown[]): number {
  return rows.length;
}
