const { getItem, findItems } = require('@acme/client');

module.exports = { getItem, search: findItems };
