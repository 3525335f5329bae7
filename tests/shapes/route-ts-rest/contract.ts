// What is asked for where, under the names that handlers have.
import { initContract } from '@ts-rest/core';

const c = initContract();

export const contract = c.router({
  getItem: { method: 'GET', path: '/api/items/:id', responses: {} },
  touchItem: { method: 'POST', path: '/api/items/:id/touch', responses: {} },
  orders: {
    lastItem: { method: 'GET', path: '/api/orders/:id/last', responses: {} },
  },
});
