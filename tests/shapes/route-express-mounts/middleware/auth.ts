import type { NextFunction, Request, Response } from 'express';

export function auth(req: Request, res: Response, next: NextFunction) {
  if (req.query.key) return next();
  res.status(401).end(); // sink: http GET /items ; http GET /items/:id ; http GET /items/by-id/:id
}
