import { Client } from './acme';

export abstract class Page {
  constructor(protected readonly client: Client) {}
}
