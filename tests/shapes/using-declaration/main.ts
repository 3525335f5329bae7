// `using` and `await using` declare like `const` does; where they are no keywords they are names.
import { getItem } from '@acme/client';

export async function show(using: (load: unknown) => unknown) {
  await using row = await open(getItem(1)); // expect: call getItem
  using held = await open(getItem(2)); // expect: call getItem
  return [row, held, using(await getItem(3))]; // expect: call getItem
}

declare function open(value: unknown): Promise<Disposable & AsyncDisposable>;
