import type { Response } from 'express';
import { getItem } from '@acme/client';

class Clients {
  private held = new Map<string, { id: string; res: Response }>();

  add(id: string, res: Response) {
    res.writeHead(200, { 'Content-Type': 'text/event-stream' });
    this.held.set(id, { id, res });
  }

  count() {
    return this.held.size;
  }

  async tell(id: string) {
    const client = this.held.get(id);
    client?.res.write(JSON.stringify(await getItem(1))); // expect: call getItem ; sink: http SSE /events/stream
  }
}

export const clients = new Clients();
