// What is asked for is an object that begins empty, or with a part of its members, and is filled by statements.
import { findItems, getItem } from '@acme/client';
import { db } from './db';
import { items, venues } from './schema';

const rows = await db.select({ title: items.title, serial: items.serial }).from(items);
const places = await db.select({ name: venues.name }).from(venues);

const filled = rows.map((row) => {
  const one: any = {};
  one.title = row.title;
  one.withheld = row.serial;
  return one;
});
await findItems(filled); // expect: call findItems ; keyed: catalogue-row items.title

async function inPart() {
  const part: any = { place: places[0].name };
  const same = part;
  same.title = rows[0].title;
  await getItem(part); // expect: call getItem ; keyed: catalogue-row items.title ; keyed: other-row venues.name
}

// what is written into another object is not asked for
async function beside() {
  const own: any = { place: places[0].name };
  const other: any = {};
  other.title = rows[0].title;
  await getItem(own); // expect: call getItem ; keyed: other-row venues.name
}

// a request that is sent with such an object is keyed by what was put into it
async function sent() {
  const one: any = {};
  one.title = rows[0].title;
  await fetch(`${process.env.ACME_URL}/items`, { method: 'POST', body: JSON.stringify(one) }); // expect: request POST /items ; keyed: catalogue-row items.title
}
async function sentList() {
  const all = places.map((place) => {
    const one: any = {};
    one.place = place.name;
    return one;
  });
  await fetch(`${process.env.ACME_URL}/items`, { method: 'POST', body: JSON.stringify({ all }) }); // expect: request POST /items ; keyed: other-row venues.name
}

await sent();
await sentList();
await inPart();
await beside();
