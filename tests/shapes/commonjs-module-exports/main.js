// `module.exports = { … }` is CommonJS for a list of exports. Read so: it passes names on and is no access itself.
const { getItem } = require('./items');
const items = require('./items');

exports.show = async (id) => {
  await getItem(id); // expect: call getItem
  return items.search('x'); // expect: call findItems
};
