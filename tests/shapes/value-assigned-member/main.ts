// The function put into an object that exists already: passed on as a value, as in a literal.
import { findItems, getItem } from '@acme/client';

const hooks: { load?: typeof getItem; search?: typeof findItems } = {};

export function install(app: { locals: Record<string, unknown> }) {
  hooks.load = getItem; // expect: reference getItem
  app.locals['search'] = findItems; // expect: reference findItems
  app.locals.getItem = undefined; // ok: a key of that name
}
