// What is posted to a chat is a message, also where the address comes from a caller or the request was opened above.
import { getItem } from '@acme/client';
import https from 'https';

const options = () => ({ hostname: 'hooks.slack.com', method: 'POST', path: process.env.HOOK });

async function post(url: string, body: object) {
  await fetch(url, { method: 'POST', body: JSON.stringify(body) }); // sink: message slack
}

async function postElsewhere(url: string, body: object) {
  await fetch(url, { method: 'POST', body: JSON.stringify(body) }); // sink: request
}

function send(body: object) {
  const request = https.request(options());
  request.write(JSON.stringify(body)); // sink: message slack
  request.end();
}

export async function announce(id: number) {
  const item = await getItem(id); // expect: call getItem ; reach: renders
  const override = process.env.SLACK_URL;
  if (override) await post(override + '/services', { text: item.title });
  await postElsewhere('https://example.org/hook', { text: item.title });
  send({ text: item.title });
}

await announce(1);
