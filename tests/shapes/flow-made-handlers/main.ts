// A framework is given what unread code has made to answer requests: what that does with values, and with what the
// functions in it give, is not known. Where the framework shows what a handler gives back, it is shown.
import { getItem } from '@acme/client';
import express from 'express';
import { Hono } from 'hono';
import { served } from 'somewhere';

const app = express();
app.use('/made', served({ resolve: async () => getItem(1) })); // expect: call getItem ; escape: unmodelled-code
app.use(served(async () => getItem(2))); // expect: call getItem ; escape: unmodelled-code
app.use('/own', async (req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: contained
  return item; // ok: express does nothing with what a handler gives back
});
app.use(
  '/seen',
  served({
    resolve: async () => {
      await getItem(4); // expect: call getItem ; reach: contained
      return true; // ok: nothing of it
    },
  })
);
const pages = new Hono();
pages.all('/page', served(() => getItem(5))); // expect: call getItem ; possible: http ALL /page ; sink: http ALL /page
export default pages;
