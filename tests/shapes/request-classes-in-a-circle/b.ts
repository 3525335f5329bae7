import { A } from './a';

export class B extends A {
  list = () => fetch(`${this.root}/items`); // expect: request GET /items
  also = () => fetch(`${this.other}/items`); // ok: another service
}
