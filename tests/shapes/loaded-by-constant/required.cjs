const CLIENT = '@acme/client';
const { findItems } = require(CLIENT);
exports.show = () => findItems('x'); // expect: call findItems
