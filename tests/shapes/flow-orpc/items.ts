// oRPC: procedures have the names of the plain objects that hold them, up to what serves these.
import { getItem } from '@acme/client';
import { ORPCError } from '@orpc/server';
import { z } from 'zod';
import { handleOne } from './one';
import { mine, open } from './os';

export const itemsRouter = {
  one: open.route({ method: 'GET', path: '/v1/items/{id}' }).input(z.object({ id: z.number() })).handler(handleOne),
  two: open.output(z.object({ title: z.string() })).handler(async () => {
    const item = await getItem(2); // expect: call getItem ; reach: renders
    return { title: item.title, hidden: item.notes }; // sink: http PROCEDURE items.two ; proven: http PROCEDURE items.two
  }),
  three: open.handler(async () => {
    const item = await getItem(3); // expect: call getItem ; reach: renders
    if (!item.title) throw new ORPCError('NOT_FOUND', { message: item.reason }); // sink: http PROCEDURE items.three
    return { ok: true };
  }),
  four: mine.route({ path: '/four' }).handler(async ({ context }) => context.item.title), // sink: http PROCEDURE items.four
  five: open.handler(async ({ context }) => (context as any).item), // ok: no middleware gave that one an item
  six: open.handler(async () => {
    await getItem(6); // expect: call getItem ; reach: contained
    return { ok: true };
  }),
};
