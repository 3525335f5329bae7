import { boolean, date, integer, pgTable, real, serial, text, timestamp, varchar } from 'drizzle-orm/pg-core';

export const artists = pgTable('artists', {
  id: serial('id').primaryKey(),
  name: varchar('name', { length: 128 }).notNull(),
  discogs_artist_id: integer('discogs_artist_id'),
});

export const library = pgTable('library', {
  id: serial('id').primaryKey(),
  artist_id: integer('artist_id').references(() => artists.id),
  artist_name: varchar('artist_name', { length: 128 }).notNull(),
  album_title: varchar('album_title', { length: 128 }).notNull(),
  canonical_entity_id: text('canonical_entity_id'),
  unresolved_attempted_at: timestamp('unresolved_attempted_at'),
  missing: boolean('missing').notNull().default(false),
  discogs_unavailable: boolean('discogs_unavailable').notNull().default(false),
  discogs_unavailable_note: text('discogs_unavailable_note'),
});

export const rotation = pgTable('rotation', {
  id: serial('id').primaryKey(),
  album_id: integer('album_id').references(() => library.id),
  artist_name: varchar('artist_name', { length: 128 }),
  discogs_artist_id: integer('discogs_artist_id'),
  discogs_release_id: integer('discogs_release_id'),
  kill_date: date('kill_date'),
});

export const flowsheet = pgTable('flowsheet', {
  id: serial('id').primaryKey(),
  album_id: integer('album_id').references(() => library.id),
  artist_name: varchar('artist_name', { length: 128 }),
  album_title: varchar('album_title', { length: 128 }),
  track_title: varchar('track_title', { length: 128 }),
  artwork_url: text('artwork_url'),
  played_at: timestamp('played_at').notNull().defaultNow(),
});

export const album_metadata = pgTable('album_metadata', {
  album_id: integer('album_id')
    .primaryKey()
    .references(() => library.id),
  artwork_url: text('artwork_url'),
  release_url: text('release_url'),
  streaming: boolean('streaming'),
});

export const library_identity = pgTable('library_identity', {
  library_id: integer('library_id')
    .primaryKey()
    .references(() => library.id),
  discogs_release_id: integer('discogs_release_id'),
  musicbrainz_id: text('musicbrainz_id'),
  confidence: real('confidence'),
  last_verified_at: timestamp('last_verified_at').notNull().defaultNow(),
});

export const concerts = pgTable('concerts', {
  id: serial('id').primaryKey(),
  headliner_id: integer('headliner_id').references(() => artists.id),
  title: text('title').notNull(),
  venue: text('venue').notNull(),
  starts_on: date('starts_on').notNull(),
  image_url: text('image_url'),
});
