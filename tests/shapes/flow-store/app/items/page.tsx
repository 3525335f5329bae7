import { useDrafts, useItems, useTheme } from '../../root';

export default function Page() {
  const { item, load } = useItems();
  const items = useItems();
  const drafts = useDrafts();
  const { dark } = useTheme();
  load(1);
  return (
    <main>
      <h1>{item?.title}</h1> {/* sink: view page /items */}
      <p>{items.item?.title}</p> {/* sink: view page /items */}
      <p>{items.shown}</p> {/* sink: view page /items */}
      <p>{drafts.item?.title}</p> {/* ok: another store's */}
      <p>{items.loading}</p> {/* ok: nothing of it */}
      <p>{dark}</p> {/* ok: nothing of it */}
    </main>
  );
}
