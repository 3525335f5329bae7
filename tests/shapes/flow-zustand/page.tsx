// What a store sets is in its state, for those who select that part of it.
import { findItems, getItem } from '@acme/client';
import { create } from 'zustand';
import { createRoot } from 'react-dom/client';

interface State { items: any[]; count: number; load(): Promise<void> }
const useItems = create<State>()((set, get) => ({
  items: [],
  count: 0,
  load: async () => {
    const items = await findItems('x'); // expect: call findItems ; reach: renders
    set({ items });
  },
}));
const useOne = create((set) => ({
  item: null as any,
  other: 'x',
  load: async () => {
    const item = await getItem(1); // expect: call getItem ; reach: renders
    set((state: any) => ({ ...state, item }));
  },
}));
function Items() {
  const items = useItems((s) => s.items);
  const count = useItems((s) => s.count);
  return (
    <ul> {/* sink: view ; ok: how many there are in it */}
      <li>{count}</li> {/* ok: another part */}
      {items.map((one) => <li>{one.title}</li>)} {/* sink: view */}
    </ul>
  );
}
function One() {
  const { item, other } = useOne();
  return (
    <div>
      <b>{other}</b> {/* ok: another part */}
      <p>{item.title}</p> {/* sink: view */}
    </div>
  );
}
createRoot(document.body).render(<><Items /><One /></>);
