// The setter of a state is given what the state then is, by whoever calls it.
import { getItem } from '@acme/client';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Shown() {
  const [item, setItem] = useState<any>(null);
  const [count, setCount] = useState(0);
  useEffect(() => {
    getItem(1).then(setItem); // expect: call getItem
    setCount(1);
  }, []);
  return (
    <main>
      <p>{item.title}</p> {/* sink: view */}
      <p>{count}</p> {/* ok: another state */}
    </main>
  );
}

createRoot(document.body).render(<Shown />);
