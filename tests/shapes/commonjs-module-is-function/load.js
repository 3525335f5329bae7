module.exports = require('@acme/client').getItem;
