import { findItems } from '@acme/client';

export type Ask = { item_id: number; text: string };

export const resolve = async (asks: Ask[]) => {
  const found = [];
  for (const ask of asks) found.push(await findItems(ask.text)); // expect: call findItems ; gate: filter
  return found;
};

export const resolveAll = async (asks: Ask[]) => {
  const found = [];
  for (const ask of asks) found.push(await findItems(ask.text)); // expect: call findItems ; gate: none
  return found;
};
