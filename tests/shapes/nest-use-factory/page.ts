// `useFactory` and `useValue`: the token's object is what the factory returns.
import { Inject, Module } from '@nestjs/common';
import { Client } from './acme';

interface ItemSource {
  fetchItem(id: number): unknown;
}
export class Page {
  constructor(
    @Inject('made') private readonly made: ItemSource,
    @Inject('value') private readonly value: ItemSource,
    @Inject('stub') private readonly stub: ItemSource
  ) {}
  show(id: number) {
    void this.made.fetchItem(id); // expect: call Client.fetchItem
    void this.value.fetchItem(id); // expect: call Client.fetchItem
    return this.stub.fetchItem(id); // ok: a value of its own
  }
}
const made = { provide: 'made', useFactory: async () => new Client(), inject: [] };
const stub = { provide: 'stub', useValue: { fetchItem: (id: number) => id } };
@Module({ providers: [Page, made, stub, { provide: 'value', useValue: new Client() }] })
export class AppModule {}
