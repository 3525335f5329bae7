// A method that has the name of one of the language's own is not that one where it is given what that takes not: who
// answers by `context.json(item)` reads no body. What reads one, `response.json()`, gives what there is.
import { writeFile } from 'node:fs/promises';
import { router } from 'unknown-framework';
import { getItem } from '@acme/client';

const routes = router();
routes.post('/items', async (context) => { // escape: unresolved-call
  const item = await getItem(1); // expect: call getItem ; reach: escapes
  return context.json(item);
});
export async function body() {
  const response: any = await getItem(2); // expect: call getItem ; reach: stores
  await writeFile('body.json', await response.json()); // sink: file
}
void body();
