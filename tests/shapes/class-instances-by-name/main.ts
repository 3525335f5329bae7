// One client for each provider stands in a list, from which a map, a set or an object by name is made.
import { keyBy } from 'lodash';
import { Items } from './acme';
import { Orders } from './orders';

const both = [new Items(), new Orders()];
const others = [new Orders()];
const kept = new Map(both.map((one) => [one.name, one]));
const otherwise = new Map(others.map((one) => [one.name, one]));
const names = new Map(both.map((one) => [one.name, one.name]));
const literal = new Map([['items', new Items()]]);
const record = Object.fromEntries(both.map((one) => [one.name, one]));
const keyed = keyBy(both, (one) => one.name);
const folded = both.reduce((all, one) => ({ ...all, [one.name]: one }), {} as Record<string, Items | Orders>);
const written: any = {};
const KEY = 'items';
written[KEY] = new Items();

export async function show(name: string) {
  await kept.get(name)!.search('a'); // expect: call Items.search
  await otherwise.get(name)!.search('a'); // ok: another class is in that map
  names.get(name)!.search('a'); // ok: the map has a text of each
  await literal.get(name)!.search('a'); // expect: call Items.search
  await record[name].search('a'); // expect: call Items.search
  await keyed[name].search('a'); // expect: call Items.search
  await folded[name].search('a'); // expect: call Items.search
  await written.items.search('a'); // expect: call Items.search
  await both.filter((one) => one.name !== name)[0].search('a'); // expect: call Items.search
  await Promise.all(both.slice(1).map((one) => one.search('a'))); // expect: call Items.search
  for (const one of new Set(both)) await one.search('a'); // expect: call Items.search
  return ['a', 'b'].map(() => new Items()).at(0)!.search('a'); // expect: call Items.search
}
