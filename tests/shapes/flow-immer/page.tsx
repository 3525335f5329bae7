// What a recipe writes into its draft is in what `produce` gives, or in the state that is changed by it.
import { findItems, getItem } from '@acme/client';
import { produce } from 'immer';
import { createRoot } from 'react-dom/client';
import { useImmer } from 'use-immer';
import { create } from 'zustand';
import { immer } from 'zustand/middleware/immer';

const useItems = create<any>()(
  immer((set) => ({
    items: [] as any[],
    count: 0,
    load: async () => {
      const items = await findItems('x'); // expect: call findItems ; reach: renders
      set((state) => {
        state.items = items;
      });
    },
  }))
);
const curried = produce((draft: any, item: any) => {
  draft.item = item;
});
function Items() {
  const items = useItems((s) => s.items);
  const count = useItems((s) => s.count);
  const [state, update] = useImmer({ item: null as any, other: 'x' });
  const load = async () => {
    const item = await getItem(1); // expect: call getItem ; reach: renders
    update((draft) => {
      draft.item = item;
    });
    const title = await getItem(2); // expect: call getItem ; reach: renders
    const before = { title: '', other: '' };
    const next = produce(before, (draft) => {
      draft.title = title.title;
    });
    document.title = next.title; // proven: view ; sink: view
    document.title = next.other; // ok: another part
    document.title = before.title; // ok: what was there before
    const unknown = await getItem(3); // expect: call getItem ; reach: escapes
    curried({ item: null }, unknown); // escape: unresolved-call
  };
  return (
    <ul onClick={load}> {/* sink: view ; ok: how many there are in it */}
      <li>{count}</li> {/* ok: another part */}
      {items.map((one: any) => <li>{one.title}</li>)} {/* proven: view ; sink: view */}
      <li>{state.item.title}</li> {/* proven: view ; sink: view */}
      <li>{state.other}</li> {/* ok: another part */}
    </ul>
  );
}
createRoot(document.body).render(<Items />);
