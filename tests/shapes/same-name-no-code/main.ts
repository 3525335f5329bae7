// The word where no code runs: strings, comments, labels, regular expressions, templates, property names.
import { getItem } from '@acme/client';

// getItem(1) in a comment, /* findItems('x') */ too
const text = "getItem(1)"; // ok: a string
const pattern = /getItem\(1\)/; // ok: a regular expression
const words = `getItem(1) findItems('x')`; // ok: a template's text
const hole = `getItem(1) ${getItem(1)} findItems('x')`; // expect: call getItem
const route = { 'getItem': 1, findItems: 2 }; // ok: keys
getItem: for (;;) { // ok: a label
  if (text) break getItem; // ok: a label
}
export { text, pattern, words, hole, route };
