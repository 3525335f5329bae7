// What stands around the forwarding call does not matter: a try, a loop, an inner function that closes over the options.
import { getItem, type Options } from './acme';

export async function load(id: number, options: Options) {
  for (let left = 3; left > 0; left -= 1) {
    try {
      return await getItem(id, options); // expect: call getItem (wrapper) ; here: load
    } catch {
      continue;
    }
  }
  return null;
}
export const show = async () => (await load(1, {})) ?? 'nothing'; // expect: call getItem through load
