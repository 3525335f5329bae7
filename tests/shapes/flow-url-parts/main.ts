// An address is made of what is written into its parts, wherever that was: it is in `href`, and not in what another part is.
import { URL as NodeURL } from 'node:url';
import { getItem } from '@acme/client';

function address(text: string): URL {
  const url = new URL('https://example.org/items');
  url.searchParams.set('t', text);
  return url;
}

class Api {
  private readonly url = new NodeURL('https://example.org/items');

  at(text: string) {
    this.url.pathname = text;
    return this;
  }

  send() {
    return fetch(this.url.href); // sink: request
  }
}

export async function report(id: number) {
  const item = await getItem(id); // expect: call getItem
  await fetch(address(item.title).href); // sink: request
  await fetch(address('none').href); // ok: another address
  const url = new URL('https://example.org/items');
  url.pathname = item.title;
  await fetch(`${url.origin}/health`); // ok: the path is no part of the origin
  await fetch(url.href); // sink: request
  const found = new URL('https://example.org/items');
  found.searchParams.append('t', item.title);
  await fetch(`https://example.org/found${found.search}`); // sink: request
  await fetch(`https://example.org${found.pathname}`); // ok: the query is no part of the path
  await new Api().at(item.title).send();
}

await report(1);
