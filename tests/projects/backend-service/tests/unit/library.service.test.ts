import { getRelease, LmlClientError } from '@wxyc/lml-client';
import { tracksOfRelease } from '../../apps/backend/services/library.service.js';

jest.mock('@wxyc/database');
jest.mock('@wxyc/lml-client', () => ({
  ...jest.requireActual('@wxyc/lml-client'), // ok: spread, not called
  getRelease: jest.fn(), // ok: the mock's own member
}));

const mockedGetRelease = jest.mocked(getRelease); // expect: reference getRelease (test)

const release = {
  release_id: 7,
  artist: 'Juana Molina',
  title: 'DOGA',
  tracklist: [{ position: '1', title: 'la paradoja', duration: null, artists: [] }],
};

describe('tracksOfRelease', () => {
  it('fills in the artist of the album', async () => {
    mockedGetRelease.mockResolvedValueOnce(release);
    const tracks = await tracksOfRelease(7);
    expect(tracks?.[0].artists).toEqual(['Juana Molina']);
  });

  it('knows nothing of a release that is absent', async () => {
    mockedGetRelease.mockRejectedValueOnce(new LmlClientError('absent', 404));
    await expect(tracksOfRelease(8)).resolves.toBeNull();
  });

  it('confirms a track against the real client', async () => {
    const { validateTrackOnRelease } = jest.requireActual<typeof import('@wxyc/lml-client')>('@wxyc/lml-client');
    global.fetch = jest.fn().mockResolvedValue(new Response(JSON.stringify(release)));
    await expect(validateTrackOnRelease(7, 'la paradoja', 'Juana Molina')).resolves.toBe(true); // expect: call validateTrackOnRelease (test)
  });
});
