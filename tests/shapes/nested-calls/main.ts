// Calls in arguments of calls, chained calls, and two of them on one line.
import { findItems, getItem, lookupItem } from '@acme/client';

export const show = async (id: number) => {
  const both = await Promise.all([getItem(id), findItems('x')]); // expect: call getItem ; call findItems
  const chained = await findItems('y').then((rows) => getItem(rows[0].id)); // expect: call findItems ; call getItem
  const looked = await lookupItem((await getItem(id)).title); // expect: call lookupItem ; call getItem
  const twice = [getItem(1), getItem(1)]; // expect: call getItem ; call getItem
  return { both, chained, looked, twice };
};
