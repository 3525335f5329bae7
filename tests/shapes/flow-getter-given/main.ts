// A getter is read of an object that came through a function which is handed on: nothing says which class it is of, so that
// the getters of that name are a guess. They give what the object holds under the name that they read, and nothing else.
import { getItem } from '@acme/client';

class Picture {
  constructor(private readonly details: { title?: string | null; size?: number }) {}

  get image(): string | null {
    return this.details.title ?? null;
  }

  get plain(): string {
    return 'none';
  }
}

class Named {
  constructor(private readonly named: { title: string }) {}

  get length(): number {
    return 1;
  }
}

const limiter = { run: async <T>(ask: () => Promise<T>): Promise<T> => await ask() };
const limited = (id: number): Promise<{ image: string | null; plain: string }> =>
  limiter.run(async () => new Picture(await getItem(id))); // expect: call getItem ; reach: decides

async function asked(): Promise<void> {
  const picture = await limited(1);
  console.log(picture.image); // sink: log
  console.log(picture.plain); // ok: a text of its own
}

async function settled(): Promise<void> {
  const all = await Promise.allSettled([1, 2].map((id) => limited(id)));
  for (const outcome of all) {
    if (outcome.status !== 'fulfilled') continue; // sink: control
    console.log(outcome.value.image?.trim()); // sink: log
  }
}

const of = async (id: number) => new Picture(await getItem(id)); // expect: call getItem ; reach: contained
async function handed(deps: { of: (id: number) => Promise<{ image: string | null }> }): Promise<void> {
  const [first] = await Promise.all([deps.of(1)]);
  console.log(first.image); // sink: log
}

const named = (id: number) => limiter.run(async () => new Named(await getItem(id))); // expect: call getItem ; reach: contained
async function counted(): Promise<void> {
  console.log((await named(1)).length); // ok: the getter reads nothing
}

async function known(): Promise<void> {
  const picture = new Picture(await getItem(3)); // expect: call getItem ; reach: contained
  console.log(picture.image); // sink: log ; proven: log
}

void asked();
void settled();
void handed({ of });
void counted();
void known();
