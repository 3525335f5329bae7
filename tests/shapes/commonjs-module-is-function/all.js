module.exports = require('@acme/client');
