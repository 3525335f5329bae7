// A module that is the function, and one that is the client's whole namespace.
const load = require('./load');
const all = require('./all');

exports.show = async (id) => {
  await load(id); // expect: call getItem
  return all.findItems('x'); // expect: call findItems
};
