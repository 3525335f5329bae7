// A function of the tree that makes the client: what it is given by its callers counts.
import { Sdk } from '@vendor/sdk';

export const makeClient = (url: string) => new Sdk({ url }); // unresolved: one caller gives it the address
export const makeOther = (url: string) => new Sdk({ url }); // ok: nobody gives it the address
makeOther('https://other.example');
