// The app wants this package: it may load it by its name.
import { getItem } from '@acme/client';
import { put } from '@acme/shared';

async function run() {
  put('tool', await getItem(5)); // expect: call getItem ; reach: renders
}
void run();
