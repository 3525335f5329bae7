// The same with vitest: a factory that imports the original, hoisted mocks, `importActual`.
import { getItem } from '@acme/client';

const mocks = vi.hoisted(() => ({ findItems: vi.fn() })); // ok: a key
vi.mock('@acme/client', async (importOriginal) => {
  const actual = await importOriginal<typeof import('@acme/client')>();
  const first = () => actual.getItem(1); // expect: call getItem (test)
  return { ...actual, first, findItems: mocks.findItems }; // ok: the mock's own
});
vi.mock('./other.js', async (importOriginal) => {
  const actual = await importOriginal();
  return { first: () => actual.getItem(1) }; // ok: another module's
});
vi.doMock(import('@acme/client'), async (original) => ({
  getItem: async (id) => (await original()).getItem(id), // expect: call getItem (test)
}));
vi.mock(import('@acme/client'), { spy: true });

test('shows an item', async () => {
  await getItem(1); // expect: call getItem (test)
  const actual = await vi.importActual<typeof import('@acme/client')>('@acme/client');
  await actual.getItem(1); // expect: call getItem (test)
  vi.spyOn(actual, 'getItem'); // ok: a string
  expect(mocks.findItems).not.toHaveBeenCalled(); // ok: the mock's own
});
