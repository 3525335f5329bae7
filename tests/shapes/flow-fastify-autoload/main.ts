// A folder of plugins that is loaded as a whole: each has the prefix of its folder, where that is known.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autoload from '@fastify/autoload';
import fastify from 'fastify';
import { getItem } from '@acme/client';

const app = fastify();
app.register(autoload, { dir: join(__dirname, 'routes'), options: { prefix: '/api' } });
app.register(autoload, { dir: join(dirname(fileURLToPath(import.meta.url)), 'more') });
app.register(autoload, { dir: process.env.PLUGINS! });
await app.listen({ port: 3000 });
app.get('/version/:id', async () => getItem(2)); // expect: call getItem ; sink: http GET /version/:id ; proven: http GET /version/:id
