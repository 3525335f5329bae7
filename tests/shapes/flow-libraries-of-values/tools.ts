// The same server by the next version's package, in a function that is given it; made by a handler of requests.
import type { McpServer } from '@modelcontextprotocol/server';
import { createMcpHandler } from 'mcp-handler';
import { getItem } from '@acme/client';

export function register(server: McpServer) {
  server.registerTool('first', {}, async ({ id }: { id: number }) => {
    const item = await getItem(id); // expect: call getItem
    return { content: [{ type: 'text', text: item.title }] }; // sink: http TOOL /first
  });
}

export const handler = createMcpHandler((server) => {
  register(server);
  server.registerTool('second', {}, async ({ id }: { id: number }) => {
    await getItem(id); // expect: call getItem
    return { content: [] }; // ok: nothing of it
  });
  server.registerTool('third', {}, async ({ id }: { id: number }) => {
    const item = await getItem(id); // expect: call getItem
    return { content: [{ type: 'text', text: item.title }] }; // sink: http TOOL /third
  });
});
