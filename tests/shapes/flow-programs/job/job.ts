// Nobody in this program reads what it keeps: neither from the app `from '@acme/app'`, nor otherwise.
import { getItem } from '@acme/client';
import { fill, put } from '@acme/shared';
import { remember } from '../app/asked';

async function run() {
  put('job', await getItem(2)); // expect: call getItem ; reach: contained
  remember(await getItem(3)); // expect: call getItem ; reach: contained
  await fill();
}
void run();
