import { createFileRoute } from '@tanstack/react-router';
import { load } from './functions';

export const Route = createFileRoute('/items/$id')({
  loader: async () => ({ item: await load({ data: 1 }), word: 'x' }),
  component: Page,
});
function Page() {
  const { item, word } = Route.useLoaderData();
  return (
    <p>
      <b>{item.title}</b> {/* sink: view ; proven: view */}
      <i>{word}</i> {/* ok: a constant */}
    </p>
  );
}
