import { getItem } from '@acme/client';

export async function getServerSideProps() {
  const item = await getItem(3); // expect: call getItem ; reach: renders
  return { props: { item, count: 1 } };
}
export default function Page({ item, count }: any) {
  return (
    <div>
      <b>{count}</b> {/* ok: another prop */}
      <p>{item.title}</p> {/* sink: view page /item */}
    </div>
  );
}
