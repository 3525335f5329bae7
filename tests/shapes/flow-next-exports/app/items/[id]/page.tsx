// Next.js takes more than the default export of a page: its metadata; and middleware answers before all routes.
import { getItem } from '@acme/client';

export async function generateMetadata() {
  const item = await getItem(1); // expect: call getItem
  return { title: item.title }; // sink: view page /items/[id]
}

export async function other() { // escape: unresolved-call
  return getItem(2); // expect: call getItem
}

export default async function Page() {
  return <p>fixed</p>;
}
