// Tests that mock the client: the keys of the mock are names only, and what the test calls has scope test.
import { getItem, findItems } from '@acme/client';

jest.mock('@acme/client', () => ({
  ...jest.requireActual('@acme/client'),
  getItem: jest.fn().mockResolvedValue({ id: 1 }), // ok: a key of the mock
  findItems: (text: string) => [text], // ok: a key of the mock
}));

test('shows an item', async () => {
  (getItem as jest.Mock).mockResolvedValueOnce({ id: 2 }); // ok: a member of the function, neither called nor passed on
  await getItem(1); // expect: call getItem (test)
  expect(getItem).toHaveBeenCalledWith(1); // expect: reference getItem (test)
  jest.mocked(findItems).mockClear(); // expect: reference findItems (test)
});
