// JSX: handlers get the function as a value, braces hold calls, attribute names and text are words only.
import * as acme from '@acme/client';
import { findItems, getItem, lookupItem } from '@acme/client';

export function Shelf({ id }: { id: number }) {
  return (
    <section title="getItem(1)">
      <button onClick={() => getItem(id)}>getItem(1)</button> {/* expect: call getItem */}
      <Loader load={getItem} search={acme.findItems} /> {/* expect: reference getItem ; reference findItems */}
      <Loader getItem findItems="x" /> {/* ok: names of attributes */}
      <Loader {...{ load: findItems }} /> {/* expect: reference findItems */}
      {getItem(1)} {/* expect: call getItem */}
      {id > 0 && <p>{acme.getItem(2)}</p>} {/* expect: call getItem */}
      {lookupItem('x')} {/* expect: call lookupItem */}
    </section>
  );
}

declare function Loader(props: Record<string, unknown>): unknown;
