// `await import()` gives the namespace, held, destructured, or used on the spot.
export async function show(id: number) {
  const acme = await import('@acme/client');
  const { findItems, getItem: load } = await import('@acme/client');
  await acme.getItem(id); // expect: call getItem
  await load(id); // expect: call getItem
  await findItems('x'); // expect: call findItems
  return (await import('@acme/client')).getItem(id); // expect: call getItem
}
