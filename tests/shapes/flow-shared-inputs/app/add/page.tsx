import { useCallback, useMemo, useState } from 'react';
import { toast } from 'sonner';
import { Search } from '../../ui/search';

function useCheck() {
  const clear = useCallback((term: string) => {
    toast.info(`"${term}" is added`); // sink: view page /add
  }, []);
  return useMemo(() => ({ clear }), [clear]);
}

export default function Page() {
  const [name, setName] = useState('');
  const check = useCheck();
  return <Search value={name} onChange={(text) => setName(text)} onNew={check.clear} />;
}
