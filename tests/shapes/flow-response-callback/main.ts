// Older clients give the answer to a function, or write it into the object of the request.
import express from 'express';
import needle from 'needle';
import request from 'request';

const app = express();
app.get('/body', (_req, res) => {
  request(`${process.env.ACME_URL}/body`, (error, response, body) => { // expect: request GET /body ; reach: renders
    res.json({ error, body }); // sink: http GET /body
  });
});
app.get('/response', (_req, res) => {
  needle.get(`${process.env.ACME_URL}/response`, { json: true }, (error, response) => { // expect: request GET /response ; reach: renders
    if (error) res.sendStatus(502); // ok: an error of the connection
    else res.json(response.body.title); // sink: http GET /response
  });
});
app.get('/error', (_req, res) => {
  request(`${process.env.ACME_URL}/error`, (error) => { // expect: request GET /error ; reach: contained
    res.json({ error }); // ok: an error of the connection
  });
});
