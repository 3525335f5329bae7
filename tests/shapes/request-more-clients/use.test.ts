import { request } from '@playwright/test';
import client from 'supertest';

export const a = () => client(process.env.ACME_URL!).get('/a'); // expect: request GET /a (test)
export const b = async () => {
  const made = await request.newContext({ baseURL: process.env.ACME_URL });
  return made.post('/b'); // expect: request POST /b (test)
};
export const c = () => client('https://other.example').get('/c'); // ok: another service
