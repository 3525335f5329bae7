// The object that a module exports as default holds the function. Read so: as with every object, a reference where it is
// put in, and calls through the object are no accesses of their own.
import { getItem, lookupItem } from '@acme/client';

export default { getItem, lookupItem }; // expect: reference getItem ; reference lookupItem
