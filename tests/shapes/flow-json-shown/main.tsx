// A text of JSON is shown with all that is in it; an element that holds an element shows nothing of that itself.
import { getItem } from '@acme/client';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

function App() {
  const [item, setItem] = useState({ title: '' });
  useEffect(() => {
    getItem(1).then(setItem); // expect: call getItem
  }, []);
  const text = JSON.stringify({ inner: { title: item.title } }, null, 2);
  return (
    <main>
      <pre>{text}</pre> {/* sink: view */}
      <pre>{JSON.stringify({ title: item.title })}</pre> {/* sink: view */}
      <div>
        <b>{item.title}</b> {/* sink: view */}
      </div>
      <div>{JSON.stringify({ other: 1 })}</div> {/* ok: nothing of it */}
    </main>
  );
}
createRoot(document.body).render(<App />);
