const { getItem } = require('@acme/client');

function load(id) {
  return getItem(id); // expect: call getItem
}

exports.load = async (id) => load(id); // the module's own function, not itself
exports.again = module.exports.twice = async (id) => load(id);
exports.plain = async (id) => ({ id }); // ok: nothing of the client
