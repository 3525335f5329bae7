const base = 'http://elsewhere.example';

module.exports = { acme: process.env.ACME_URL, base };
