import { createHTTPServer } from '@trpc/server/adapters/standalone';
import { appRouter } from './router';

createHTTPServer({
  router: appRouter,
  onError: ({ path, error }) => {
    console.error(`${path}: ${error.message}`); // sink: log
  },
  responseMeta: () => ({ headers: { 'x-build': '1' } }), // ok: is told nothing of it
}).listen(3000);
