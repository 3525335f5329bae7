import { searchTrackReleases, validateTrackOnRelease } from '@wxyc/lml-client';
import { artworkFinder } from '@/services/artwork/discogs.provider.js';
import { searchLibrary, type CatalogueItem } from '@/services/library.service.js';
import { isLmlConfigured, lmlLookupCoordinator } from '@/services/lml/index.js';
import { executeSearchPipeline, type DiscogsLookups, type ParsedRequest } from './search-pipeline.js';

export interface RequestAnswer {
  items: CatalogueItem[];
  artwork: string | null;
}

/** A listener's message: find the album, fetch its cover, tell the people in the studio. */
export async function processRequest(message: string): Promise<RequestAnswer> {
  const items = await executeSearchPipeline(parse(message), {
    discogs: isLmlConfigured() ? discogsLookups() : undefined,
    searchCatalogue: (text) => searchLibrary(text), // ok: our own catalogue
  });
  const artwork = items.length > 0 ? await artworkFor(items[0]) : null;
  await postToSlack(message, items, artwork);
  return { items, artwork };
}

const discogsLookups = (): DiscogsLookups => ({
  searchReleasesByTrack: async (track, artist) => {
    const { releases } = await searchTrackReleases(track, artist); // expect: call searchTrackReleases ; gate: none
    return releases.map((release) => ({ releaseId: release.release_id, artist: release.artist, album: release.album }));
  },
  searchReleasesByArtist: async (artist) => {
    const response = await lmlLookupCoordinator.lookup(artist); // expect: call lookupMetadata through coordinator ; gate: none
    return response.results.flatMap(({ library_item: item }) =>
      item ? [{ releaseId: 0, artist: item.artist, album: item.title }] : []
    );
  },
  validateTrackOnRelease, // expect: reference validateTrackOnRelease ; gate: none
});

async function artworkFor(item: CatalogueItem): Promise<string | null> {
  const direct = await artworkFinder.find(item.artist, item.title);
  if (direct) return direct;
  const [releaseId] = await artworkFinder.releasesOf(item.title, item.artist);
  return releaseId === undefined ? null : `/images/releases/${releaseId}.jpg`;
}

async function postToSlack(message: string, items: CatalogueItem[], artwork: string | null): Promise<void> {
  const blocks = items.map((item) => ({ type: 'section', text: `${item.artist}: ${item.title}`, image: artwork }));
  await fetch(`https://hooks.slack.com/services/${process.env.SLACK_WEBHOOK_PATH}`, { // ok: another host ; sink: message slack
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ text: message, blocks }),
  });
}

function parse(message: string): ParsedRequest {
  const [artist, song] = message.split(' - ', 2);
  return { artist: artist || null, song: song ?? null, text: message };
}
