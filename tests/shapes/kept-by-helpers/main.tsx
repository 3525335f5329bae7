// What helpers of libraries are given is still the client: hooks, references, memos, spans, what stands for it in tests.
import { forwardRef, Inject } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { startSpan } from '@sentry/node';
import { AsyncLocalStorage } from 'async_hooks';
import assert from 'assert';
import { isNil, once } from 'lodash';
import { createContext, useContext, useMemo } from 'react';
import { of } from 'rxjs';
import type { Writable } from 'type-fest';
import { expect, mocked, type Mocked } from 'vitest';
import { mockDeep, type MockProxy } from 'jest-mock-extended';
import { markRaw, type Ref } from 'vue';
import { Client, Stub } from './acme';

const client = new Client();
const stub = new Stub();
const storage = new AsyncLocalStorage();

assert(client);
expect(client);
export const known = !isNil(client);
markRaw(client).fetchItem(1); // expect: call Client.fetchItem
once(client).fetchItem(2); // expect: call Client.fetchItem
mocked(client).fetchItem(3); // expect: call Client.fetchItem
useMemo(client).fetchItem(4); // expect: call Client.fetchItem
of(client).fetchItem(5); // expect: call Client.fetchItem
forwardRef(client).fetchItem(6); // expect: call Client.fetchItem
startSpan({}, () => client).fetchItem(7); // expect: call Client.fetchItem
storage.run({}, () => client).fetchItem(8); // expect: call Client.fetchItem
mockDeep<Client>().fetchItem(19); // expect: call Client.fetchItem
markRaw(stub).fetchItem(1); // ok: another class
once(stub).fetchItem(2); // ok: another class

const Api = createContext<Client>(client);
const Given = createContext(client);
const Other = createContext<Stub>(stub);
export function Shown(props: { made: Mocked<Client>; proxied: MockProxy<Client>; held: Ref<Client>; own: Writable<Client>; stub: Mocked<Stub> }) {
  useContext(Api).fetchItem(9); // expect: call Client.fetchItem
  useContext(Given).fetchItem(18); // expect: call Client.fetchItem
  useContext(Other).fetchItem(9); // ok: another class
  return null;
}
export function use(made: Mocked<Client>, proxied: MockProxy<Client>, held: Ref<Client>, own: Writable<Client>, other: Mocked<Stub>) {
  made.fetchItem(10); // expect: call Client.fetchItem
  proxied.fetchItem(11); // expect: call Client.fetchItem
  held.fetchItem(12); // expect: call Client.fetchItem
  own.fetchItem(13); // expect: call Client.fetchItem
  other.fetchItem(14); // ok: another class
}
export class Page {
  constructor(
    @InjectRepository(Client) private readonly first: unknown,
    @Inject(Client) private readonly second: unknown,
    @Inject(Stub) private readonly third: unknown
  ) {}
  show() {
    this.first.fetchItem(15); // expect: call Client.fetchItem
    this.second.fetchItem(16); // expect: call Client.fetchItem
    this.third.fetchItem(17); // ok: another class
  }
}
