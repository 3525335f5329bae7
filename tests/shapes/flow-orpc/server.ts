import { RPCHandler } from '@orpc/server/node';
import { createServer } from 'node:http';
import { appRouter } from './router';

const handler = new RPCHandler(appRouter);
createServer(async (req, res) => {
  const { matched } = await handler.handle(req, res, { context: {} });
  if (!matched) res.end('none'); // ok: nothing of an item
}).listen(3000);
