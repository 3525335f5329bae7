// What is imported of a style sheet is no code: it is not read as such, and nothing of it is damaged.
import { getItem } from '@acme/client';
import { createRoot } from 'react-dom/client';
import { useEffect, useState } from 'react';
import styles from './page.module.scss';

function Page() {
  const [item, setItem] = useState<any>(null);
  useEffect(() => {
    getItem(1).then(setItem); // expect: call getItem ; reach: renders
  }, []);
  return <p className={styles.title.concat(item?.title)}>{item?.title}</p>; // sink: view
}
createRoot(document.body).render(<Page />);
