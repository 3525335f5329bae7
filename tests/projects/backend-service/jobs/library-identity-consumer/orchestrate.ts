import type { ResolvedIdentity } from './lml-fetch.js';
import type { Candidate } from './select.js';

export interface ConsumerDeps {
  load(afterId: number): Promise<Candidate[]>;
  resolve(candidates: Candidate[]): Promise<ResolvedIdentity[]>;
  write(identities: ResolvedIdentity[]): Promise<number>;
}

export interface Totals {
  read: number;
  written: number;
  failed: number;
}

/** Page through the candidates; a batch that fails is left for the next run. */
export async function consume(deps: ConsumerDeps): Promise<Totals> {
  const totals: Totals = { read: 0, written: 0, failed: 0 };
  let afterId = 0;
  for (;;) {
    const batch = await deps.load(afterId);
    if (batch.length === 0) return totals;
    totals.read += batch.length;
    afterId = batch[batch.length - 1].id;
    try {
      totals.written += await deps.write(await deps.resolve(batch));
    } catch (error) {
      console.error('[library-identity-consumer] batch failed', error);
      totals.failed += batch.length;
    }
  }
}
