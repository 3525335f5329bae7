// A page shows what its components show; a route answers with what its handler gives, also where that is wrapped.
import { Text } from '@acme/interface';
import { Card } from '../../../components/card';
import { load } from '../../../lib/load';

export default async function Page() {
  const item = await load(1);
  return (
    <main>
      <h1>{item.title}</h1> {/* sink: view page /items/[id] */}
      <Card title={item.title} />
      <Text strong>{item.title}</Text> {/* sink: view page /items/[id] */}
      <Text strong>ours</Text> {/* ok: nothing of it */}
      <p>ours</p> {/* ok: nothing of it */}
    </main>
  );
}
