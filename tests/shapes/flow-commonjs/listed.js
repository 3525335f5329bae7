const { findItems, getItem } = require('@acme/client');

module.exports = {
  load: async (id) => getItem(id), // expect: call getItem
  async search(words) {
    return this.inner(words);
  },
  async find(words) {
    return findItems(words); // expect: call findItems
  },
  inner(words) {
    return findItems(words); // expect: call findItems
  },
};
