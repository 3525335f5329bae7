// What a function is called with that stands as an argument is said by the type that is written for that argument.
import type { Response } from 'express';
import type { Span } from '@opentelemetry/api';
import { getItem } from '@acme/client';
import type { Answering, Board } from './types';

declare const queue: { run: (answer: unknown) => Promise<void> }[];

export async function answering(run: Answering<string>): Promise<void> {
  queue.push({ run: run as never });
}
export async function spanned<T>(name: string, run: (span: Span, name: string) => Promise<T>): Promise<void> {
  queue.push({ run: run as never });
}
export async function drawn(run: (board: Board) => Promise<void>): Promise<void> {
  queue.push({ run: run as never });
}

void answering(async (res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.json({ title: item.title }); // sink: http
});
void spanned('item', async (span, name) => {
  const item = await getItem(2); // expect: call getItem ; reach: contained
  span.setAttribute(name, item.title); // sink: log
});
void drawn(async (board) => {
  const item = await getItem(3); // expect: call getItem ; reach: contained
  board.json(item.title); // ok: a class of the tree that keeps nothing
});
