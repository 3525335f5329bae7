import { Router } from 'express';
import * as controller from '../controllers/items';
import { auth } from '../middleware/auth';
import { notes } from './notes';
import { cache } from '../cache';

export const items_route = Router();
items_route.get('/', auth, controller.list);
items_route.get('/:id', auth, controller.show);
items_route.get('/by-id/:id', [auth, controller.show]);
items_route.use('/:id/notes', notes);
cache.get('/cached', controller.hidden); // ok: a cache is no router
