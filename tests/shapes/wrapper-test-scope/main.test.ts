import { load } from './main';
import { findItems, type Options } from './acme';

const search = (text: string, options: Options) => findItems(text, 5, options); // expect: call findItems (test, wrapper) ; here: search

test('loads', async () => {
  await load(1, {}); // expect: call getItem through load (test)
  await search('x', {}); // expect: call findItems through search (test)
});
