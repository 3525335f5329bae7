// What a component of a page shows is seen on the page; a component that no page has is seen nowhere.
import { getItem } from '@acme/client';
import { Card } from '../../../components/Card';

export default async function Page() {
  const item = await getItem(1); // expect: call getItem
  return <Card item={item} />; // sink: view page /items/[id]
}
