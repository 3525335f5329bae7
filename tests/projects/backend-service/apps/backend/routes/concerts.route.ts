import { Router } from 'express';
import { getConcert, listConcerts } from '@/services/concerts.service.js';

export const concertsRoute = Router();

concertsRoute.get('/', async (_req, res) => {
  res.json(await listConcerts()); // sink: http GET /concerts
});

concertsRoute.get('/:id', async (req, res) => {
  const concert = await getConcert(Number(req.params.id));
  if (!concert) {
    res.status(404).json({ message: 'No such concert' }); // ok: a constant
    return;
  }
  res.json(concert); // sink: http GET /concerts/:id
});
