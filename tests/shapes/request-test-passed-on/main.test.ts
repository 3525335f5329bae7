import { acme } from './helpers.test';

test('shows an item', async () => {
  await fetch(`${acme}/items/1`); // expect: request GET /items/1 (test)
});
