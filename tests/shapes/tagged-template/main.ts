// Tagged templates with and without type arguments: what stands in the holes is code.
import { findItems, getItem } from '@acme/client';

declare function sql<T = unknown>(parts: TemplateStringsArray, ...values: unknown[]): Promise<T>;

export async function show(id: number) {
  await sql<{ id: number }[]>`select 1 where id = ${getItem(id)}`; // expect: call getItem
  await sql`select getItem(1) from ${await findItems('x')}`; // expect: call findItems
  return sql<string[]>`select findItems(1)`; // ok: text of a query
}
