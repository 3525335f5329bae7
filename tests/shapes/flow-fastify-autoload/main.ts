// A folder of plugins that is loaded as a whole: each has a prefix that no code says, so that none is proven.
import { join } from 'node:path';
import autoload from '@fastify/autoload';
import fastify from 'fastify';
import { getItem } from '@acme/client';

const app = fastify();
app.register(autoload, { dir: join(__dirname, 'routes'), options: { prefix: '/api' } });
await app.listen({ port: 3000 });
app.get('/version/:id', async () => getItem(2)); // expect: call getItem ; sink: http GET /version/:id ; proven: http GET /version/:id
