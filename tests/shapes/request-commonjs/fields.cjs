exports.base = process.env.ACME_URL;
exports.other = process.env.OTHER_URL;
