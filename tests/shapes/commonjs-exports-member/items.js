const acme = require('@acme/client');

exports.getItem = acme.getItem;
module.exports.search = acme.findItems;
exports.lookup = acme.lookupItem;
