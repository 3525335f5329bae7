// Exports written one by one. Read as the other form of a list of exports: each gives a name, none is an access.
const items = require('./items');

exports.show = async (id) => {
  await items.getItem(id); // expect: call getItem
  await items.search('x'); // expect: call findItems
  return items.lookup('x'); // expect: call lookupItem
};
