const { getItem } = require('@acme/client');

exports = module.exports = async function (id) {
  return getItem(id); // expect: call getItem
};
