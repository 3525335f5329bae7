// Code that is being written may say that two classes extend each other; nobody has to run it to ask what it sends.
import { B } from './b';

export class A extends B {
  root = process.env.ACME_URL;
  other = process.env.OTHER_URL;
  show = () => fetch(`${this.root}/shown`); // expect: request GET /shown
}
