// What a framework is given for its pages is handed to the page below; of another export nobody knows, and it is no dead end.
import { getItem } from '@acme/client';

export async function getServerSideProps() {
  await getItem(2); // expect: call getItem ; reach: contained
  return { props: { item: await getItem(1) }, revalidate: 60 }; // expect: call getItem ; reach: renders
}

export async function getStaticPaths() { // escape: unresolved-call
  return { paths: [{ params: await getItem(3) }] }; // expect: call getItem ; reach: escapes
}

export default function Shown({ item, other }: any) {
  return (
    <main title={other}>
      <p>{item.title}</p> {/* sink: view page /items/shown */}
    </main>
  );
}
