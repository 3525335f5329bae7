import { getItem } from '@acme/client';
import { open } from './os';

export default {
  one: open.handler(async () => {
    return getItem(7); // expect: call getItem ; sink: http PROCEDURE later.one
  }),
};
