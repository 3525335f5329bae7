// A script makes an object of its own of a class that a container makes one of, too.
import { Seeded } from './main';

new Seeded().load();

class Plain {
  list: any[] = [];
}
const first = new Plain();
const second = new Plain();
first.list.push(process.argv);
console.log(second.list); // ok: another object
