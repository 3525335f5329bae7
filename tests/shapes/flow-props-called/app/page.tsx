// Functions that a component is given as attributes are called by it: each use of the component has its own.
import { getItem } from '@acme/client';
import { Named } from './named';
import { Picker } from './picker';
import { send } from './send';

export default async function Page() {
  const one = await getItem(1); // expect: call getItem ; reach: contained
  const two = await getItem(2); // expect: call getItem ; reach: contained
  return (
    <>
      <Picker item={one} onPick={(item) => console.log(item)} /> {/* sink: log ; proven: log */}
      <Named item={two} onSave={send} />
    </>
  );
}
