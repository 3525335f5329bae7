// What a framework calls by the name of a file's export may be exported by a list of names, further down.
import { getItem } from '@acme/client';

async function register() {
  await getItem(1); // expect: call getItem ; reach: contained
}
async function other() {
  await getItem(2); // expect: call getItem ; reach: unreachable
}
async function renamed() {
  await getItem(3); // expect: call getItem ; reach: contained
}

export { register, renamed as onRequestError };
