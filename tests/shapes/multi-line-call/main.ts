// Read so: an access stands on the line on which its call begins, wherever its arguments end; a member that is called
// on a line of its own counts where the name of the export stands.
import * as acme from '@acme/client';
import { getItem } from '@acme/client';

export async function show(id: number) {
  const item = await getItem( // expect: call getItem
    id // ok: an argument
  );
  return [
    item,
    await acme
      .findItems('x'), // expect: call findItems
  ];
}
