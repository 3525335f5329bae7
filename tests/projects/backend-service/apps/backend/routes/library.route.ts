import { Router } from 'express';
import * as libraryController from '../controllers/library.controller.js';

export const libraryRoute = Router();

libraryRoute.get('/', libraryController.searchAlbums);
libraryRoute.post('/', libraryController.addAlbum);
libraryRoute.get('/recent', libraryController.getRecentPlays);
libraryRoute.get('/rotation/:rotation_id/tracks', libraryController.rotationTracks);
libraryRoute.post('/rotation', libraryController.addToRotation);
libraryRoute.get('/:id/artwork', libraryController.getArtwork);
libraryRoute.get('/:id/compilation-tracks/suggestions', libraryController.compilationSuggestions);
libraryRoute.patch('/:id/discogs-unavailable', libraryController.flagAlbum);
libraryRoute.post('/:id/recheck', libraryController.recheckAlbum);
