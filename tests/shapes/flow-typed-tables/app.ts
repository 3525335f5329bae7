// What comes out of a table or map of which only the type is written is of the class that this names.
import { findItems, getItem } from '@acme/client';
import express from 'express';

abstract class Provider {
  protected abstract load(id: number): Promise<any>;
  async get(id: number) {
    const found = await this.load(id);
    return { name: found.title };
  }
}
class Acme extends Provider {
  protected load(id: number) {
    return getItem(id); // expect: call getItem ; reach: renders
  }
}
class Local extends Provider {
  protected async load(id: number) {
    return { title: 'local', id };
  }
}
class Lists {
  async find(text: string) {
    const [found] = await findItems(text); // expect: call findItems ; reach: renders
    return found;
  }
}
class Registry {
  private providers: Record<string, Provider> = {};
  private lists: Map<string, Lists> = new Map();
  private locals: Record<string, Local> = {};
  add(name: string, one: Provider, lists: Lists) {
    this.providers[name] = one;
    this.lists.set(name, lists);
    return this;
  }
  keep(name: string, one: Local) {
    this.locals[name] = one;
    return this;
  }
  of(name: string) {
    return this.providers[name];
  }
  listsOf(name: string) {
    return this.lists.get(name);
  }
  localOf(name: string) {
    return this.locals[name];
  }
}
const registry = new Registry().add('acme', new Acme(), new Lists()).keep('here', new Local());
const app = express();
app.get('/items/:name', async (req, res) => {
  res.json(await registry.of(req.params.name).get(1)); // sink: http GET /items/:name
});
app.get('/lists/:name', async (req, res) => {
  res.json(await registry.listsOf(req.params.name)?.find('x')); // sink: http GET /lists/:name
});
app.get('/locals/:name', async (req, res) => {
  res.json(await registry.localOf(req.params.name).get(1)); // ok: objects of another class
});
