exports.base = process.env.ACME_URL;
