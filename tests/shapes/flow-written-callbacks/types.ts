import type { Response } from 'express';

export type Answering<T> = (res: Response, left?: T) => Promise<void>;

export class Board {
  drawn = 0;
  json(_: string) {
    this.drawn += 1;
  }
}
