import { closeDatabaseConnection } from '@wxyc/database';
import { resolveBatch } from './lml-fetch.js';
import { consume } from './orchestrate.js';
import { loadBatch } from './select.js';
import { writeIdentities } from './writer.js';

async function main(): Promise<void> {
  if (!process.env.LIBRARY_METADATA_URL) { // ok: stops before any row is read
    throw new Error('LIBRARY_METADATA_URL is missing; nothing was read');
  }
  const recheck = process.argv.includes('--recheck');
  const totals = await consume({
    load: (afterId) => loadBatch(afterId, recheck),
    resolve: resolveBatch,
    write: writeIdentities,
  });
  console.log('[library-identity-consumer] done', totals);
  await closeDatabaseConnection();
}

void main();
