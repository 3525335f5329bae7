// Attributes of a span and what a logger's child is given are logged; the options beside them are not.
import * as Sentry from '@sentry/node';
import { getItem } from '@acme/client';
import pino from 'pino';

const log = pino();

export async function spanned(id: number) {
  const item = await getItem(id); // expect: call getItem
  await Sentry.startSpan({ name: 'shown', attributes: { title: item.title } }, () => 1); // sink: log
  await Sentry.startSpan({ name: 'shown', startTime: item.id }, () => 1); // ok: neither name nor attribute
}
export async function logged(id: number) {
  const item = await getItem(id); // expect: call getItem
  log.child({ title: item.title }).info('shown'); // sink: log
}
spanned(1);
logged(1);
