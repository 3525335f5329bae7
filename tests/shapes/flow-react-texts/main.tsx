// A component may give back a text, or what stands in it, as it is: that is shown where its element stands. One that
// gives back elements shows nothing by itself.
import { getItem } from '@acme/client';
import { useEffect, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

function Title({ title }: { title: string }) {
  return title.trim();
}
function Box({ children }: { children: ReactNode }) {
  return children;
}
function Titles({ items }: { items: { title: string }[] }) {
  return items.map((one) => one.title);
}
function Bold({ title }: { title: string }) {
  return <b>{title}</b>; // sink: view
}
function Label({ title }: { title: string }) {
  return 'label';
}
function App() {
  const [item, setItem] = useState({ title: '' });
  useEffect(() => {
    getItem(1).then(setItem); // expect: call getItem
  }, []);
  return (
    <main>
      <Title title={item.title} /> {/* sink: view */}
      <Box>{item.title}</Box> {/* sink: view */}
      <Titles items={[item]} /> {/* sink: view */}
      <Bold title={item.title} /> {/* ok: its own element shows it */}
      <Box>
        <Bold title={item.title} /> {/* ok: shown there */}
      </Box>
      <Label title={item.title} /> {/* ok: nothing of it */}
    </main>
  );
}
createRoot(document.body).render(<App />);
