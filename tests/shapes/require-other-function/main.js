// `require` is a name like any other: a parameter called so loads nothing.
function load(require, id) {
  const { getItem } = require('@acme/client'); // ok: not the module system's function
  return getItem(id); // ok: so this is something else
}

const { getItem } = require('@acme/client');
exports.show = (id) => [load(() => ({ getItem: Number }), id), getItem(id)]; // expect: call getItem
