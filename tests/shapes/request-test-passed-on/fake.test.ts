import { base } from './base';

test('has an address', () => {
  expect(base).toBe('http://acme.test/items'); // ok: nothing here sends
});
