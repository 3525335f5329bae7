// Hooks that hand on what they are given, or what a function gives; a portal shows its element elsewhere in the page.
import { getItem } from '@acme/client';
import React, { useEffect, useOptimistic, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';

const store = {
  item: { title: '' },
  subscribe: (told: () => void) => () => told(),
  get: () => store.item,
  other: () => 'x',
};
function useItem() {
  const [item, setItem] = useState({ title: '' });
  useEffect(() => {
    getItem(1).then(setItem); // expect: call getItem
  }, []);
  return item;
}
function Optimistic() {
  const [shown] = useOptimistic(useItem());
  return <p>{shown.title}</p>; // sink: view
}
function Stored() {
  store.item = useItem();
  const seen = useSyncExternalStore(store.subscribe, store.get);
  return <p>{seen.title}</p>; // sink: view
}
function Other() {
  const seen = useSyncExternalStore(store.subscribe, store.other);
  return <p>{seen}</p>; // ok: nothing of it
}
function Portal() {
  const item = useItem();
  return createPortal(<p>{item.title}</p>, document.body); // sink: view
}
function App() {
  return (
    <main>
      <Optimistic />
      <Stored />
      <Other />
      <Portal />
    </main>
  );
}
createRoot(document.body).render(<App />);
