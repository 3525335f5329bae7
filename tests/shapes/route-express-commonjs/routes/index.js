const express = require('express');
const items = require('./items');

const router = express.Router();
const all = [{ path: '/items', route: items }];
all.forEach((one) => {
  router.use(one.path, one.route);
});
module.exports = router;
