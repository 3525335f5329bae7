import { createFileRoute } from '@tanstack/react-router';
import { kept, titled } from './functions';

export const Route = createFileRoute('/titled')({
  loader: async () => ({ one: await titled(), other: await kept() }),
  component: () => {
    const title = Route.useLoaderData({ select: (loaded) => loaded.one.title });
    const length = Route.useLoaderData({ select: (loaded) => loaded.one.length });
    const other = Route.useLoaderData({ select: (loaded) => loaded.other.title });
    return (
      <p>
        <b>{title}</b> {/* sink: view ; proven: view */}
        <i>{length}</i> {/* ok: a constant */}
        <i>{other}</i> {/* ok: a constant */}
      </p>
    );
  },
});
