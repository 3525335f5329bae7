// Fixtures that set the variable and mock servers that match its URLs send nothing; a test that fetches does.
import { http, HttpResponse } from 'msw';
import nock from 'nock';

process.env.ACME_URL = 'http://acme.test'; // ok: set for the test
const handlers = [http.get(`${process.env.ACME_URL}/items/:id`, () => HttpResponse.json({}))]; // ok: a mock server's rule
nock(process.env.ACME_URL).get('/items').reply(200); // ok: a mock server's rule

test('shows an item', async () => {
  expect(handlers).toHaveLength(1);
  const response = await fetch(`${process.env.ACME_URL}/items/1`); // expect: request GET /items/1 (test)
  expect(fetch).toHaveBeenCalledWith(`${process.env.ACME_URL}/items/1`); // ok: compared only
  return response;
});
