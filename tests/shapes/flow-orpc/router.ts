import { lazy } from '@orpc/server';
import { itemsRouter } from './items';
import { open } from './os';

export const appRouter = { items: itemsRouter, later: lazy(() => import('./later')), up: open.handler(() => 'up') };
