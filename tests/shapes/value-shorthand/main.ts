// The function handed on in an object is a reference there; calls through the object are no accesses of their own
// (so it is with `validateTrackOnRelease` in the first user's request line).
import { getItem } from '@acme/client';
import { render } from './render';

export const show = (id: number) => render(id, { getItem }); // expect: reference getItem
