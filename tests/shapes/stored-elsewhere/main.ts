// Stored into objects that others have as well, and by other names for `this`.
import * as acme from '@acme/client';
import express from 'express';

const app = express();
app.use((request, _response, next) => {
  request.acme = acme; // unresolved: whoever handles the request has it
  next();
});
globalThis.acme = acme; // unresolved: so has everybody

export function fill(context) {
  context.acme = acme; // unresolved: so has the caller
  return context.acme.getItem(1); // expect: call getItem
}
export class Job {
  acme;
  init() {
    const self = this;
    self.acme = acme;
  }
  run = () => this.acme.getItem(2); // expect: call getItem
}
const own: { acme?: typeof acme } = {};
own.acme = acme;
own.acme.getItem(3); // expect: call getItem
