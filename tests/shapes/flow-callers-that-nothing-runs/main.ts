// Where a value would come only by a function that nothing runs there is no path, as long as the access itself can run. What
// runs as well brings it there by another way, and an access that cannot run shows where its value would go.
import { getItem } from '@acme/client';

const ask = async (id: number) => getItem(id); // expect: call getItem ; reach: contained

const said = (text: string) => console.log(text); // sink: log ; proven: log
const whispered = (text: string) => console.info(text); // ok: only what nothing runs says it

async function forgotten(): Promise<void> {
  const item = await ask(1);
  console.warn(item.title); // ok: nothing runs this
  whispered(item.title);
  said(item.title);
}

async function forgottenToo(): Promise<void> {
  await forgotten();
}

async function living(): Promise<void> {
  const found = await ask(2);
  const item = { ...found };
  said(item.title);
}

async function abandoned(): Promise<void> {
  const item = await getItem(3); // expect: call getItem ; reach: unreachable
  console.error(item.title); // sink: log
}

const kept: { title?: string } = {};
async function stored(): Promise<void> {
  kept.title = (await ask(4)).year;
}

void living();
setInterval(() => console.debug(kept.title), 1000); // possible: log ; sink: log
