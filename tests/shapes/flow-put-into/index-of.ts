interface Row {
  id: string;
  title?: string;
}
export function indexed(rows: Row[]): Map<string, Row> {
  const byId = new Map<string, Row>();
  for (const row of rows) byId.set(row.id, row);
  return byId;
}
export function fillIn(byId: Map<string, Row>, row: Row): void {
  byId.set(row.id, row);
}
export class Index {
  private readonly byId = new Map<string, Row>();
  add(row: Row): void {
    this.byId.set(row.id, row);
  }
  at(id: string): Row {
    return this.byId.get(id)!;
  }
}
