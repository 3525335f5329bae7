import { getItem } from '@acme/client';
import type { GetServerSideProps } from 'next';

export const getServerSideProps: GetServerSideProps = async ({ params, res }) => {
  const item = await getItem(4); // expect: call getItem ; reach: renders
  if (!params) res.end('nothing'); // ok: a text of its own
  res.setHeader('Content-Type', 'text/xml');
  res.write(Buffer.from(new Uint8Array(item.title))); // sink: http page /feed ; proven: http page /feed
  res.end();
  return { props: {} };
};
export default function Feed() {
  return null;
}
