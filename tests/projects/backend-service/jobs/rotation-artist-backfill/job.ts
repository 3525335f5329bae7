import { closeDatabaseConnection, db, rotation } from '@wxyc/database';
import { resolveArtistNamesBulk } from '@wxyc/lml-client';
import { eq, isNull } from 'drizzle-orm';
import { askHealth, isDeployed, hasRefreshRoute } from './deploy-guard.js';

const REQUIRED_COMMIT = process.env.LML_REQUIRED_COMMIT ?? '';

async function isReady(): Promise<boolean> {
  const { commit_sha: deployed } = await askHealth();
  return deployed === null ? hasRefreshRoute() : isDeployed(REQUIRED_COMMIT, deployed);
}

async function main(): Promise<void> {
  if (!(await isReady())) throw new Error('LML lacks the endpoint that this job needs');
  const rows = await db
    .select({ id: rotation.id, artist: rotation.artist_name })
    .from(rotation)
    .where(isNull(rotation.discogs_artist_id));
  const names = rows.flatMap((row) => (row.artist ? [row.artist] : []));
  const ids = await resolveArtistNamesBulk(names); // expect: call resolveArtistNamesBulk ; gate: none
  for (const row of rows) {
    const discogs_artist_id = row.artist ? (ids[row.artist] ?? null) : null;
    await db.update(rotation).set({ discogs_artist_id }).where(eq(rotation.id, row.id)); // sink: database rotation.discogs_artist_id
  }
  await closeDatabaseConnection();
}

void main();
