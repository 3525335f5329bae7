// TypeScript's own forms of CommonJS: `import x = require()`, `export =`, and an alias of a member.
import acme = require('@acme/client');
import items = require('./items');
import load = acme.getItem;

export async function show(id: number) {
  await acme.getItem(id); // expect: call getItem
  await items.findItems('x'); // expect: call findItems
  return load(id); // expect: call getItem
}
