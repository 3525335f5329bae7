// The base comes in an options object with a default, is tidied in the constructor, and is inherited.
interface Options {
  baseUrl?: string;
}
abstract class Base {
  protected readonly root: string;
  constructor({ baseUrl = process.env.ACME_URL ?? '' }: Options = {}) {
    this.root = baseUrl.replace(/\/+$/, '');
  }
}
class Items extends Base {
  list = () => fetch(`${this.root}/items`); // expect: request GET /items
}
class Other extends Base {
  constructor() {
    super({ baseUrl: 'https://other.example' });
  }
  list = () => fetch(`${this.root}/other`); // ok: only ever made with another base
}
export const items = new Items();
export const other = new Other();
