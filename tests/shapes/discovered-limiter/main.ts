// What runs in a limiter, directly or in a helper of the client, has `protection.limiter` (`inline`, `byHelper`); what
// only stands beside one has not (`besides`). A limiter is no gate: all three are subjects, and these their accesses.
import { besides, byHelper, inline } from './acme';

export async function show(id: number) {
  await inline(id); // expect: call inline
  await byHelper(id); // expect: call byHelper
  return besides(id); // expect: call besides
}
