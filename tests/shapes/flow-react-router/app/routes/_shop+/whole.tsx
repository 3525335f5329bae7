import { useParsedData } from '../../../lib/data';

export const loader = () => ({ part: { title: 'ours' } });

export default function Whole() {
  return <h1>{useParsedData<typeof loader>().part.title}</h1>;
}
