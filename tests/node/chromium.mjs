// Unpacks the Chromium that comes inside of an npm package, with the libraries and fonts it needs, once.
// Prints the folder. Nothing is downloaded: what is unpacked is pinned by the lock file.
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';

const packed = new URL('node_modules/@sparticuz/chromium/bin/', import.meta.url);
const folder = new URL('node_modules/.chromium/', import.meta.url);

if (!existsSync(folder)) {
  const begun = new URL(`node_modules/.chromium-${process.pid}/`, import.meta.url);
  mkdirSync(begun);
  const unpacked = (name, into) => pipeline(createReadStream(new URL(name, packed)), createBrotliDecompress(), into);
  await unpacked('chromium.br', createWriteStream(new URL('chromium', begun), { mode: 0o755 }));
  for (const name of ['al2023.tar.br', 'fonts.tar.br']) await unpacked(name, extract(begun.pathname));
  // The package's own list of font folders is for another kind of machine; without any font Chromium ends.
  const fonts = `<fontconfig><dir>${folder.pathname}fonts</dir><cachedir>${folder.pathname}cache</cachedir></fontconfig>`;
  writeFileSync(new URL('fonts.conf', begun), fonts);
  if (existsSync(folder)) rmSync(begun, { recursive: true });
  else renameSync(begun, folder);
}
console.log(folder.pathname);
