// An async component awaits the export; a component's name may be that of an export of something else.
import { getItem } from '@acme/client';
import { findItems as FindItems } from './local';

export default async function Page({ params }: { params: { id: string } }) {
  const item = await getItem(Number(params.id)); // expect: call getItem
  return <FindItems title={item.title} />; // ok: a component of another module
}
