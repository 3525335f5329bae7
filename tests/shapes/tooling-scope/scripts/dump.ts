// The rules' globs decide the scope, nothing else does; a test's usual name means nothing where no glob says so.
import { getItem } from '../client';

export const dump = () => getItem(1); // expect: call getItem (tooling)
