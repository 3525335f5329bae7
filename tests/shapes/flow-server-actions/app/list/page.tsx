import { getItem } from '@acme/client';
import { echo, failing, readItem } from '../actions';

export default async function Page() {
  const read = await readItem({ id: 1 });
  const failed = await failing({ id: 2 });
  const told = await echo({ title: (await getItem(3)).title, other: '' }); // expect: call getItem ; reach: renders
  return (
    <ul>
      <li>{read.data.title}</li>{/* sink: view page /list ; proven: view page /list */}
      <li>{read.serverError}</li>{/* ok: no part of it is what the action returned */}
      <li>{failed.serverError}</li>{/* sink: view page /list ; possible: view page /list */}
      <li>{told.data.title}</li>{/* sink: view page /list ; possible: view page /list */}
      <li>{told.data.other}</li>{/* ok: another part */}
    </ul>
  );
}
