// A constructor, and what fields begin with, find the methods of the object before anybody has made it.
import { getItem } from '@acme/client';
import express, { type Request, type Response } from 'express';

const app = express();
const kept: Record<string, (req: Request) => Promise<unknown>> = {};

class Fields {
  load = this.answer.bind(this);
  run = wrapped(() => this.other());
  fine = wrapped(() => this.none());
  async answer() {
    return getItem(1); // expect: call getItem ; reach: renders
  }
  async other() {
    return getItem(2); // expect: call getItem ; reach: renders
  }
  async none() {
    const item = await getItem(3); // expect: call getItem ; reach: decides
    return { found: item !== null };
  }
}

class Made {
  constructor() {
    kept.made = wrapped(this.answer.bind(this));
    kept.fine = wrapped(this.fine);
    this.later();
  }
  later() {
    kept.later = wrapped(this.called);
  }
  async answer() {
    return getItem(4); // expect: call getItem ; reach: renders
  }
  async called() {
    return getItem(5); // expect: call getItem ; reach: renders
  }
  async fine() {
    return { ok: true };
  }
}

abstract class Above {
  constructor() {
    kept.heir = wrapped(this.answer);
    kept.own = wrapped(this.own);
  }
  abstract answer(): Promise<unknown>;
  async own() {
    return getItem(6); // expect: call getItem ; reach: renders
  }
}
class Heir extends Above {
  constructor() {
    super();
    kept.mine = wrapped(this.own);
  }
  async answer() {
    return getItem(7); // expect: call getItem ; reach: renders
  }
}

class Hidden {
  async answer() {
    return getItem(8); // expect: call getItem ; reach: unreachable
  }
}
class Hiding extends Hidden {
  constructor() {
    super();
    kept.hiding = wrapped(this.answer);
  }
  async answer() {
    return { ok: true }; // ok: it is this one that the object has
  }
}

function wrapped(target: (req: Request) => Promise<unknown>) {
  return async (req: Request) => target(req);
}

const fields = new Fields();
new Made();
new Heir();
new Hiding();
app.get('/load', async (req: Request, res: Response) => {
  res.json(await wrapped(fields.load)(req)); // proven: http GET /load ; sink: http GET /load
});
app.get('/run', async (req: Request, res: Response) => {
  res.json(await fields.run(req)); // proven: http GET /run ; sink: http GET /run
});
app.get('/fine', async (req: Request, res: Response) => {
  res.json(await fields.fine(req)); // sink: http GET /fine
});
app.get('/made', async (req: Request, res: Response) => {
  res.json(await kept.made(req)); // proven: http GET /made ; sink: http GET /made
});
app.get('/later', async (req: Request, res: Response) => {
  res.json(await kept.later(req)); // proven: http GET /later ; sink: http GET /later
});
app.get('/heir', async (req: Request, res: Response) => {
  res.json(await kept.heir(req)); // proven: http GET /heir ; sink: http GET /heir
});
app.get('/mine', async (req: Request, res: Response) => {
  res.json(await kept.mine(req)); // proven: http GET /mine ; sink: http GET /mine
});
app.get('/own', async (req: Request, res: Response) => {
  res.json(await kept.own(req)); // proven: http GET /own ; sink: http GET /own
});
app.get('/hiding', async (req: Request, res: Response) => {
  res.json(await kept.hiding(req)); // ok: nothing of it
});
