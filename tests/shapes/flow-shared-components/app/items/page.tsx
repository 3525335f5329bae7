import { getItem } from '@acme/client';
import { Form } from '../../ui/form';

export default async function Page() {
  const item = await getItem(1); // expect: call getItem
  return <Form render={() => <b>{item.title}</b>} />; // sink: view page /items ; escape: unresolved-call
}
