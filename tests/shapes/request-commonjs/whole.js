module.exports = process.env.ACME_URL;
