// Routers that are loaded when they are asked for have the names of those that hold them.
import { lazy } from '@trpc/server';
import { router } from './trpc';
import { later } from './loads';

export const app = router({
  items: lazy(() => import('./items').then((mod) => mod.itemsRouter)),
  deep: router({
    other: lazy(() => import('./other')),
    later: lazy(async () => {
      const mod = await import('./items');
      return mod.itemsRouter;
    }),
  }),
});
later(() => import('./alone').then((mod) => mod.aloneRouter)); // ok: no router holds it
