// What a function does for settings that no call of it gives is none of this program's business: nothing comes there.
// Where one call gives them the value of that call does; and an object that somebody writes to is not what it was made.
import { getItem } from '@acme/client';

type Level = 'info' | 'error';

function log(level: Level, text: string): void {
  if (level === 'error') {
    console.error(text);
  } else {
    console.info(text); // sink: log
  }
}

function told(level: Level, text: string): void {
  if (level !== 'error') {
    console.info(text); // sink: log
  } else {
    console.error(text); // sink: log
  }
}

interface Wanted {
  artist: string;
  album?: string;
  song?: string;
}

class Finder {
  find(wanted: Wanted): void {
    if (wanted.album) this.byAlbum(wanted.artist);
    if (wanted.song) this.bySong(wanted.artist);
  }

  private byAlbum(artist: string): void {
    console.log('album', artist); // sink: log
  }

  private bySong(artist: string): void {
    console.log('song', artist);
  }
}

function completed(wanted: Wanted): void {
  wanted.song = wanted.song ?? 'any';
}

function findAll(wanted: Wanted): void {
  completed(wanted);
  if (wanted.song) console.log('all', wanted.artist); // sink: log
}

async function main(): Promise<void> {
  const item = await getItem(1); // expect: call getItem ; reach: contained
  log('info', item.title);
  told('info', item.title);
  const broken = await getItem(2); // expect: call getItem ; reach: contained
  told('error', broken.title);
  const searched = await getItem(3); // expect: call getItem ; reach: contained
  new Finder().find({ artist: searched.title, album: 'one' });
  const either = await getItem(4); // expect: call getItem ; reach: contained
  findAll({ artist: either.title, album: 'one' });
}

void main();
