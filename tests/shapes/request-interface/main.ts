// The client is behind an interface: of the instance that comes there, or of whichever class a container puts there.
import { inject } from 'tsyringe';
import { Counting, Fetching, type Http } from './http';

const url = `${process.env.ACME_URL}/items`;
type Fetcher = (url: string) => Promise<unknown>;
const load = (fetcher: Fetcher) => fetcher(`${url}/3`); // expect: request GET /items/3
const count = (counter: (url: string) => unknown) => counter(`${url}/4`); // ok: what it is given sends nothing

export class ByConstructor {
  constructor(private http: Http) {}
  show = () => this.http.get(`${url}/1`); // expect: request GET /items/1 through http.ts:6
}
export class Counted {
  constructor(private http: Http) {}
  show = () => this.http.get(`${url}/1`); // ok: the instance that comes here sends nothing
}
export class ByContainer {
  constructor(@inject('Http') private http: Http) {}
  show = () => this.http.get(`${url}/2`); // expect: request GET /items/2 through http.ts:6
}
new ByConstructor(new Fetching());
new Counted(new Counting());
load(fetch);
count((text) => text.length);
