// A local function of that name, in a file that imports the client and in one that does not. Read so: a
// look-alike is listed where the other thing is declared.
import { findItems } from '@acme/client';

export const early = getItem(0); // ok: the function below, which is hoisted

function getItem(id: number) { // look-alike: getItem
  return { id };
}

export const show = async () => [getItem(1), await findItems('x')]; // expect: call findItems
