// A decorator of the tree may keep a class for whoever asks for it by a name; one that only looks at it does not.
import { getItem } from '@acme/client';
import express from 'express';
import { Kind, Known, made, Named } from './kinds';

@Known('item')
export class Item extends Kind {
  async title(id: number) { // escape: unresolved-call
    return (await getItem(id)).title; // expect: call getItem ; reach: escapes
  }
}
@Named('left')
class Left {
  async title(id: number) {
    return (await getItem(id)).title; // expect: call getItem ; reach: unreachable
  }
}

const app = express();
app.get('/:kind/:method', async (req, res) => {
  res.json(await made(req.params.kind)[req.params.method]!(1));
});
void Left;
