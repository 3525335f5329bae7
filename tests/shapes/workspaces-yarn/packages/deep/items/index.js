exports.getItem = require('@acme/client').getItem;
