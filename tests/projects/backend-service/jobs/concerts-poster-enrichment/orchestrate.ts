import type { ConcertImage } from './writer.js';

export interface Candidate {
  concertId: number;
  artistId: number;
}

export interface Poster {
  url: string | null;
}

export interface EnrichDeps {
  loadCandidates(): Promise<Candidate[]>;
  posterOf(artistId: number): Promise<Poster>;
  store(images: ConcertImage[]): Promise<number>;
}

/** One lookup per artist, whose image then serves all of their concerts. */
export async function addPosters(deps: EnrichDeps): Promise<number> {
  const byArtist = new Map<number, number[]>();
  for (const { artistId, concertId } of await deps.loadCandidates()) {
    byArtist.set(artistId, [...(byArtist.get(artistId) ?? []), concertId]);
  }
  const artistIds = [...byArtist.keys()];
  const settled = await Promise.allSettled(artistIds.map((id) => deps.posterOf(id)));
  const images: ConcertImage[] = [];
  settled.forEach((outcome, index) => {
    if (outcome.status === 'rejected' || !outcome.value.url) return;
    for (const concertId of byArtist.get(artistIds[index]) ?? []) {
      images.push({ concertId, imageUrl: outcome.value.url });
    }
  });
  return deps.store(images);
}
