import acme = require('@acme/client');

export = acme;
