// A row that is put together by statements is written as one that is put together at once.
import { getItem } from '@acme/client';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { items, sheets, plays, shows } from './schema';

export async function whole(id: number) {
  const item = await getItem(id); // expect: call getItem
  const row: any = {};
  row.imageUrl = item?.image ?? null;
  await db.update(items).set(row).where(eq(items.id, id)); // sink: database items.image_url
}
export async function copied(id: number) {
  const item = await getItem(id); // expect: call getItem
  const row: any = {};
  row.imageUrl = item?.image ?? null;
  await db.update(sheets).set({ ...row }).where(eq(sheets.id, id)); // sink: database sheets.image_url
}
export async function upserted(id: number) {
  const item = await getItem(id); // expect: call getItem
  const row: any = {};
  row.imageUrl = item?.image ?? null;
  await db.insert(plays).values({ id, ...row }) // sink: database plays.image_url
    .onConflictDoUpdate({ target: plays.id, set: { ...row, title: 'x' } }); // sink: database plays.image_url
}
export async function branched(id: number) {
  const item = await getItem(id); // expect: call getItem
  if (id !== undefined) {
    const row: any = {};
    row.imageUrl = item.album?.image ?? null;
    row.title = item.album?.title ?? null;
    await db.insert(shows).values({ id, ...row }); // sink: database shows.image_url ; sink: database shows.title
    return;
  }
}
export async function twice(id: number) {
  const item = await getItem(id); // expect: call getItem
  const inner: any = {};
  inner.imageUrl = item?.image ?? null;
  const row: any = { ...inner };
  row.title = 'x';
  await db.update(items).set({ ...row }).where(eq(items.id, id)); // sink: database items.image_url
}
export async function emptied(id: number) {
  const item = await getItem(id); // expect: call getItem ; reach: contained
  const row: any = {};
  row.imageUrl = item?.image ?? null;
  await db.update(items).set({ ...row, imageUrl: null }).where(eq(items.id, id)); // ok: put over what is spread
}
export async function other(id: number) {
  const item = await getItem(id); // expect: call getItem ; reach: contained
  const row: any = {};
  const aside: any = {};
  aside.imageUrl = item?.image ?? null;
  await db.update(items).set({ ...row, title: 'x' }).where(eq(items.id, id)); // ok: another object was filled
}

// where one way is written out and another is not, the column gets what comes on the other
const FRESH = { image: null };
function merged(current: any, image: string | null) {
  if (image === null) return current;
  const row: any = {};
  row.image = image;
  return row;
}
export async function either(id: number) {
  const item = await getItem(id); // expect: call getItem
  const fresh = merged(FRESH, item?.image ?? null);
  await db.insert(sheets).values({ id, imageUrl: fresh.image }); // sink: database sheets.image_url
}
export async function chosen(id: number) {
  const row = id ? { image: null } : await getItem(id); // expect: call getItem
  await db.insert(items).values({ id, imageUrl: row.image }); // sink: database items.image_url
}
export async function constants(id: number) {
  const item = await getItem(1); // expect: call getItem ; reach: contained
  const row = id ? { image: null } : { image: 'none' };
  await db.insert(plays).values({ id, imageUrl: row.image }); // every way is written out
}
whole(1); copied(2); upserted(3); branched(4); twice(5); emptied(6); other(7); either(8); chosen(9); constants(10);
