import { show } from './main';
import { findItems, lookupItem } from '@acme/client';

test('shows an item', async () => {
  await show(1); // ok: a function that merely calls the export
  await lookupItem('x'); // expect: call lookupItem (test)
  await findItems('x'); // expect: call findItems (test)
});
