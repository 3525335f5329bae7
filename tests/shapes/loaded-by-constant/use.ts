// The module's name stands in a constant, or it is loaded by a function that was made for it.
const client = '@acme/client';
const other = './own';

export async function show() {
  const { getItem } = await import(client);
  const own = await import(other);
  own.getItem(1); // ok: another module
  return getItem(1); // expect: call getItem
}
