// The row is of the query that the caller gave to the function that sends it.
import { findItems, getItem } from '@acme/client';
import { one, query } from './query';

for (const row of await query('SELECT serial FROM items')) {
  await getItem(row.serial); // expect: call getItem ; keyed: catalogue-row items.serial
}
const venue = await one('SELECT id, name FROM venues WHERE id = $1', [Number(process.argv[2])]);
await findItems(venue.name); // expect: call findItems ; keyed: other-row venues.name
