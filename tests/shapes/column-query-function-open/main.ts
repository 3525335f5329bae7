// Such a function that somebody gives a text that nobody can read.
import { getItem } from '@acme/client';
import { readFileSync } from 'node:fs';
import { query, sent } from './query';

export async function store(name: string) {
  const found = await getItem(1); // expect: call getItem ; reach: escapes
  await query(readFileSync(name, 'utf8'), [found.title]); // ok: what is lost is told where it is sent
  await sent('UPDATE items SET title = $1', [found.title]); // sink: database items.title
}
store(process.argv[2]);
