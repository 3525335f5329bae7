// Nobody imports this file: what it exports is loaded by where the file stands, what it keeps to itself is not.
import { findItems, getItem } from '@acme/client';

export async function loader({ params }: { params: { id: string } }) { // escape: unresolved-call
  const item = await getItem(Number(params.id)); // expect: call getItem ; reach: escapes
  return { title: item.title };
}
async function unused() {
  return findItems('x'); // expect: call findItems ; reach: unreachable
}
