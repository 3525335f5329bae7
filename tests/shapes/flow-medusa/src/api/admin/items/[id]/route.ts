// Medusa: a file below src/api is a route, and its exports are handlers that answer with the response they are given.
import { getItem } from '@acme/client';
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const item = await getItem(Number(req.params.id)); // expect: call getItem
  res.status(200).json({ item }); // sink: http GET /admin/items/[id]
};
export async function POST(req, res) {
  const item = await getItem(1); // expect: call getItem
  await announce(item.title);
  res.json({ done: true }); // ok: nothing of it
}

const hooks = { items: process.env.SHOP_SLACK_HOOK_ITEMS!, rest: process.env.SHOP_HOOK };
export async function announce(text: string, type: 'items' = 'items') {
  const hook = hooks[type];
  if (!hook) return;
  await fetch(hook, { method: 'POST', body: JSON.stringify({ text }) }); // sink: message slack
}
