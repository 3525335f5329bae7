import { artists, closeDatabaseConnection, db } from '@wxyc/database';
import { eq } from 'drizzle-orm';
import postgres from 'postgres';

interface IdentityRow {
  artist_name: string;
  discogs_artist_id: number;
}

/** LML's own database: there is no endpoint that hands out the whole table. */
function openIdentityDatabase(): postgres.Sql {
  const url = process.env.DATABASE_URL_DISCOGS;
  if (!url) throw new Error('DATABASE_URL_DISCOGS is empty');
  return postgres(url, { max: 1, idle_timeout: 20 }); // expect: database DATABASE_URL_DISCOGS
}

async function main(): Promise<void> {
  const identities = openIdentityDatabase();
  const rows = await identities<IdentityRow[]>`SELECT * FROM known_artists`; // ok: a query of the connection above
  for (const { artist_name, discogs_artist_id } of rows) {
    await db.update(artists).set({ discogs_artist_id }).where(eq(artists.name, artist_name)); // sink: database artists.discogs_artist_id
  }
  await identities.end();
  await closeDatabaseConnection();
}

void main();
