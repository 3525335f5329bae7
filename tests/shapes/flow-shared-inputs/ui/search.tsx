// An input that pages share asks the service itself, and gives what it found to the callbacks of the page that it stands in. What it
// found comes back as its value, so all pages come to it by one context: a callback is still run for its own page alone.
import { useCallback } from 'react';
import { getItem } from '@acme/client';

type Props = { value: string; onChange: (value: string) => void; onNew: (value: string) => void };

export function Search(props: Props) {
  return <SearchInner {...props} />;
}

function SearchInner({ value, onChange, onNew }: Props) {
  const handleNew = useCallback(() => onNew(value), [onNew, value]);
  const handleSearch = useCallback(async () => {
    const found = await getItem(1); // expect: call getItem
    onChange(found.title);
  }, [onChange]);
  return (
    <div>
      <button onClick={handleNew}>new</button>
      <button onClick={handleSearch}>search</button>
    </div>
  );
}
