const { Router } = require('express');
const controller = require('../controller');

const router = Router();
router.route('/').get(controller.list).post(controller.add);
module.exports = router;
