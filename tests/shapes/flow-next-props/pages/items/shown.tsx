// What a framework is given for its pages, and does not answer with, may be shown there: it is no dead end.
import { getItem } from '@acme/client';

export async function getServerSideProps() { // escape: unresolved-call
  return { props: { item: await getItem(1) } }; // expect: call getItem ; reach: escapes
}

export default function Shown({ item }: any) {
  return <p>{item.title}</p>;
}
