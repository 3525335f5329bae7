// A logger that is made from another one says what it was given.
import { getItem } from '@acme/client';
import winston from 'winston';

const logger = winston.createLogger({ level: 'info' });

export async function run(id: number) {
  const found = await getItem(id); // expect: call getItem
  const child = logger.child({ title: found.title }); // sink: log
  child.info('found'); // ok: what the child says with it was told above
  child.warn(found.body); // sink: log
  logger.child({ id }).info('plain'); // ok: nothing of the answer
}
run(7);
