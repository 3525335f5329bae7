import { Router } from 'express';
import { getItem } from '@acme/client';

class Answers {
  async show(_req: unknown, res: any) {
    res.json(await getItem(1)); // expect: call getItem ; sink: http GET /items/:id
  }
}

class ItemAnswers extends Answers {
  static ping(_req: unknown, res: any) {
    res.send('pong'); // sink: http GET /items/ping
  }
}

export class ItemRoutes {
  readonly router = Router();

  constructor(private readonly answers = new ItemAnswers()) {
    this.router.get('/ping', ItemAnswers.ping);
    this.router.get('/:id', this.answers.show);
  }
}
