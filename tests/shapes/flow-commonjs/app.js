// Functions without a name, exported in the ways of CommonJS, are called from another file.
const express = require('express');
const service = require('./service');
const listed = require('./listed');
const { load, find } = listed;
const single = require('./single');

const app = express();
app.get('/field/:id', async (req, res) => res.json(await service.load(req.params.id))); // sink: http GET /field/:id
app.get('/both/:id', async (req, res) => res.json(await service.again(req.params.id))); // sink: http GET /both/:id
app.get('/listed/:id', async (req, res) => res.json(await load(req.params.id))); // sink: http GET /listed/:id
app.get('/found', async (req, res) => res.json(await find(req.query.q))); // sink: http GET /found
app.get('/searched', async (req, res) => res.json(await listed.search(req.query.q))); // sink: http GET /searched
app.get('/single/:id', async (req, res) => res.json(await single(req.params.id))); // sink: http GET /single/:id
app.get('/plain/:id', async (req, res) => res.json(await service.plain(req.params.id))); // ok: nothing of the client
