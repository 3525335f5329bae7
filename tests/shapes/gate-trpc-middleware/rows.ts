export async function rowOf(id: number) {
  return { id, withheld: true };
}
