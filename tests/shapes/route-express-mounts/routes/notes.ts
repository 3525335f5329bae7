import { Router } from 'express';
import { addNote } from '../controllers/items';

export const notes: Router = Router({ mergeParams: true });
notes.post('/', addNote);
