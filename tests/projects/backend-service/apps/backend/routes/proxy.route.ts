import { Router } from 'express';
import * as proxyController from '../controllers/proxy.controller.js';

export const proxyRoute = Router();

proxyRoute.get('/metadata/album', proxyController.getAlbumMetadata);
proxyRoute.get('/metadata/artist', proxyController.getArtistMetadata);
proxyRoute.get('/entity/resolve', proxyController.resolveEntity); // ok: the handler of that name
proxyRoute.get('/library/search', proxyController.librarySearch);
proxyRoute.get('/library/:libraryId/tracks', proxyController.libraryTracks);
