#!/usr/bin/env node
'use strict';
// A hashbang and a directive stand before the imports; lines count from the file's first.
const { getItem } = require('@acme/client');

getItem(Number(process.argv[2])).then(console.log); // expect: call getItem
