// The namespace loaded once and kept in a variable of the module.
let acme: typeof import('@acme/client') | undefined;

async function client() {
  acme ??= await import('@acme/client');
  return acme;
}

export async function show(id: number) {
  const { findItems } = await client();
  await findItems('x'); // expect: call findItems
  return (await client()).getItem(id); // expect: call getItem
}
