// Whose method a callback calls on the element that it is given, the caller of the function around it says.
import { getItem } from '@acme/client';
import express from 'express';

abstract class Rule {
  constructor(protected readonly item: unknown) {}
  abstract result(): unknown;
}
class Whole extends Rule {
  result() {
    return this.item;
  }
}
class Silent extends Rule {
  result() {
    return true;
  }
}
const results = (rules: Rule[]) => rules.map((rule) => rule.result());

const app = express();
app.get('/whole', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  res.json(results([new Whole(item)])); // sink: http GET /whole ; proven: http GET /whole
});
app.get('/several', async (_req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  res.json(results([...(item ? [new Whole(item)] : []), new Silent(null)])); // sink: http GET /several ; proven: http GET /several
});
app.get('/silent', async (_req, res) => {
  const item = await getItem(3); // expect: call getItem ; reach: contained
  res.json(results([new Silent(item)])); // ok: no rule that shows its item comes there
});
