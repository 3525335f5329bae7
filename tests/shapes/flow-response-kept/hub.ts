import type { Response } from 'express';

export class Hub {
  private readonly clients = new Set<Response>();

  add(client: Response) {
    this.clients.add(client);
  }

  send(data: unknown) {
    for (const client of this.clients) client.write(JSON.stringify(data)); // sink: http SSE /hub
  }
}

export const hub = new Hub();
