import { artists, concerts, db } from '@wxyc/database';
import { asc, eq, gte } from 'drizzle-orm';

const concertColumns = {
  id: concerts.id,
  title: concerts.title,
  venue: concerts.venue,
  startsOn: concerts.starts_on,
  headliner: artists.name,
  poster: concerts.image_url,
};

export async function listConcerts() {
  return db
    .select(concertColumns)
    .from(concerts)
    .leftJoin(artists, eq(concerts.headliner_id, artists.id))
    .where(gte(concerts.starts_on, new Date().toISOString()))
    .orderBy(asc(concerts.starts_on));
}

export async function getConcert(id: number) {
  const [concert] = await db
    .select(concertColumns)
    .from(concerts)
    .leftJoin(artists, eq(concerts.headliner_id, artists.id))
    .where(eq(concerts.id, id));
  return concert;
}
