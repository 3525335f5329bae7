// The names taken out of `require`, renamed, with a default, and taken by member.
const { getItem, findItems: search, missing = () => 0 } = require('@acme/client');
const load = require('@acme/client').getItem;

async function show(id) {
  await getItem(id); // expect: call getItem
  await search('x'); // expect: call findItems
  await load(id); // expect: call getItem
  return missing(id); // ok: the client has no such export
}

module.exports = { show };
