// The client's functions, handed on in an object: what they are called with is what the client takes it for.
import { findItems, getItem } from '@acme/client';
import express from 'express';

const app = express();

interface Service {
  find: (text: string) => Promise<{ title: string }[]>;
  get: (id: number) => Promise<{ title: string }>;
}

async function matching(text: string, service?: Service) {
  return service ? service.find(text) : [];
}

async function searched(text: string, options: { service?: Service } = {}) {
  const { service } = options;
  return matching(text, service);
}

app.post('/search', async (req, res) => {
  const service = {
    find: findItems, // expect: reference findItems ; keyed: free-text
    get: getItem, // expect: reference getItem
  };
  res.json(await searched(req.body.message, { service: req.query.on ? service : undefined }));
});

async function one(id: number, service: Service) {
  return service.get(id);
}

app.get('/items/:id', async (req, res) => {
  const service = {
    find: findItems, // expect: reference findItems
    get: getItem, // expect: reference getItem ; keyed: request
  };
  res.json(await one(Number(req.params.id), service));
});
