import { useState } from 'react';
import { toast } from 'sonner';
import { Search } from '../../ui/search';

export default function Page() {
  const [name, setName] = useState('');
  const handleNew = (term: string) => {
    toast.info(`"${term}" is not one`); // sink: view page /album
  };
  return <Search value={name} onChange={(text) => setName(text)} onNew={handleNew} />;
}
