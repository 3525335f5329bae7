// Code of which nothing is known hands out an object of its own: what is written into it may be shown (`ctx.body`).
import { findItems, getItem } from '@acme/client';
import { answer } from 'a-framework';

answer('/item', async (context: any) => { // escape: unmodelled-code
  context.body = await getItem(1); // expect: call getItem ; reach: escapes
});
answer('/counted', async (context: any) => {
  const own: any = {};
  own.body = await findItems('x'); // expect: call findItems ; reach: contained
  context.body = 1; // ok: a number of its own
});
