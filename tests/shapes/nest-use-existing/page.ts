// `useExisting` and an abstract class as a token: the abstract method is the client's where the module says so.
import { Inject, Module } from '@nestjs/common';
import { Client } from './acme';

export abstract class ItemSource {
  abstract fetchItem(id: number): Promise<unknown>;
}
export class Page {
  constructor(private readonly items: ItemSource, @Inject('source') private readonly again: ItemSource) {}
  async show(id: number) {
    await this.items.fetchItem(id); // expect: call Client.fetchItem
    return this.again.fetchItem(id); // expect: call Client.fetchItem
  }
}
const providers = [Client, Page, { provide: ItemSource, useExisting: Client }];
@Module({ providers: [...providers, { provide: 'source', useExisting: ItemSource }] })
export class AppModule {}
