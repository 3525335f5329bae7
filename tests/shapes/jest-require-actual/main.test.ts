// `requireActual` gives the real module, in a test or in a mock's factory; the mocked one is another object.
const { getItem } = jest.requireActual('@acme/client');
const acme = jest.requireActual<typeof import('@acme/client')>('@acme/client');

jest.mock('@acme/client', () => {
  const actual = jest.requireActual('@acme/client');
  return { ...actual, findItems: (text: string) => actual.findItems(text) }; // expect: call findItems (test)
});

test('reaches the service', async () => {
  await getItem(1); // expect: call getItem (test)
  await acme.findItems('x'); // expect: call findItems (test)
  await jest.requireActual('./local').getItem(1); // ok: another module
});
