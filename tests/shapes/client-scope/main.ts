import { hasTrack } from './acme';

export const show = (id: number) => hasTrack(id, 'x'); // expect: call hasTrack
