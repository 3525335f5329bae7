// CommonJS: the result of `require` is the namespace, at the top and inside a function.
const acme = require('@acme/client');

exports.show = async (id) => {
  const item = await acme.getItem(id); // expect: call getItem
  const found = await require('@acme/client').findItems('x'); // expect: call findItems
  const looked = await acme.lookupItem('x'); // expect: call lookupItem
  return { item, found, looked };
};
