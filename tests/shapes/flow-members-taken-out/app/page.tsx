// Members that are taken out of an object of which only the type is known, also those that are functions in fields.
import { findItems, getItem } from '@acme/client';
import { useItems } from './store';

export default function Page() {
  const { remove, note } = useItems();
  const onDelete = async () => {
    const item = await getItem(1); // expect: call getItem ; reach: contained
    await remove(item.id);
    note(item.title);
  };
  return <button onClick={onDelete} />;
}

export function Other({ take }: { take: (text: string) => void }) {
  const onClick = async () => {
    const [item] = await findItems('x'); // expect: call findItems ; reach: escapes
    take(item.title); // escape: unresolved-call
  };
  return <button onClick={onClick} />;
}
