// What code of which nothing is known gives back is called: used only where what that gives is.
import { getItem } from '@acme/client';
import { match, pipe } from 'somewhere';

export async function dropped() {
  await pipe(() => getItem(3), match((item: { title: string }) => item.title))(); // expect: call getItem ; escape: unmodelled-code
}
export async function told() {
  const show = pipe(await getItem(4)); // expect: call getItem ; escape: unmodelled-code
  show('x');
}
export async function used() {
  console.log(await pipe(() => getItem(5), match((item: { title: string }) => item.title))()); // expect: call getItem ; sink: log
}
dropped(); told(); used();
