const { findItems } = require('@acme/client');

const list = async (req, res) => {
  res.send(await findItems('x')); // expect: call findItems ; sink: http GET /v1/items
};
const add = async (req, res) => {
  res.status(201).send({}); // sink: http POST /v1/items
};
const other = async (req, res) => {
  res.send({}); // ok: exported, and no route has it
};

module.exports = { list, add, other };
