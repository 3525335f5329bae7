// Nothing starts a plugin by itself: who loads it is not known, and it may be the app.
import { getItem } from '@acme/client';
import { put } from '@acme/shared';

export async function activate() {
  put('plugin', await getItem(4)); // expect: call getItem ; reach: renders
}
