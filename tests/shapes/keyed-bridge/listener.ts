// Rows that come by a change feed: the code shows no query, the rules say which table it is.
import { lookupItem } from '@acme/client';

export async function onPlay(event: { data: { heard: string }; sender: string }) {
  await lookupItem(event.data.heard); // expect: call lookupItem ; keyed: catalogue-row plays.heard
  await lookupItem(event.sender); // expect: call lookupItem ; keyed: unknown
}
