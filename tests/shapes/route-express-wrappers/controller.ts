import type { Request, Response } from 'express';
import { getItem } from '@acme/client';

export class ItemController {
  async show(req: Request, res: Response) {
    this.answer(res, await getItem(5)); // expect: call getItem
  }

  list = async (req: Request, res: Response) => {
    res.json(await getItem(6)); // expect: call getItem ; sink: http GET /six
  };

  unused(req: Request, res: Response) {
    res.json({}); // ok: no route has it
  }

  private answer(res: Response, body: unknown) {
    res.json(body); // sink: http GET /five
  }
}
