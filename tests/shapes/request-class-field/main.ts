// The base is a field of a class: initialised, assigned in the constructor, read by a getter, static.
export class Page {
  private readonly base = process.env.ACME_URL;
  private static readonly root = process.env.ACME_URL;
  private other: string;
  #own: string;

  constructor() {
    this.#own = `${process.env.ACME_URL}/own`;
    this.other = process.env.OTHER_URL ?? '';
  }
  get api() {
    return `${this.base}/api`;
  }
  field = () => fetch(`${this.base}/field`); // expect: request GET /field
  fixed = () => fetch(`${Page.root}/static`); // expect: request GET /static
  assigned = () => fetch(this.#own); // expect: request GET /own
  getter = () => fetch(`${this.api}/items`); // expect: request GET /api/items
  elsewhere = () => fetch(`${this.other}/field`); // ok: another service
}
