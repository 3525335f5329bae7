import { artists, closeDatabaseConnection, concerts, db } from '@wxyc/database';
import { getArtistDetails, LmlLimiter } from '@wxyc/lml-client';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { addPosters, type Candidate, type Poster } from './orchestrate.js';
import { storePosters } from './writer.js';

const limiter = new LmlLimiter(2);

const posterOf = (artistId: number): Promise<Poster> =>
  limiter.run(async () => {
    const artist = await getArtistDetails(artistId); // expect: call getArtistDetails ; reach: renders ; keyed: other-row
    return { url: artist.image_url };
  });

const loadCandidates = async (): Promise<Candidate[]> => {
  const rows = await db
    .select({ concertId: concerts.id, artistId: artists.discogs_artist_id })
    .from(concerts)
    .innerJoin(artists, eq(concerts.headliner_id, artists.id))
    .where(and(isNull(concerts.image_url), isNotNull(artists.discogs_artist_id)));
  return rows.flatMap(({ concertId, artistId }) => (artistId === null ? [] : [{ concertId, artistId }]));
};

async function main(): Promise<void> {
  const written = await addPosters({ loadCandidates, posterOf, store: storePosters });
  console.log(`[concerts-poster-enrichment] ${written} posters`);
  await closeDatabaseConnection();
}

void main();
