// Mail, pushes and other senders that are known by their packages; what is sent to none of them is no message.
import Boom from '@hapi/boom';
import { Expo } from 'expo-server-sdk';
import admin from 'firebase-admin';
import Hapi from '@hapi/hapi';
import * as postmark from 'postmark';
import { render } from '@react-email/render';
import { HTTPException } from 'hono/http-exception';
import { Hono } from 'hono';
import { getItem } from '@acme/client';

const mail = new postmark.ServerClient('token');
const expo = new Expo();
const other = { sendEmail: async (message: object) => void message };

async function announce() {
  const item = await getItem(1); // expect: call getItem
  await mail.sendEmail({ Subject: item.title }); // sink: message email
  await mail.sendEmail({ HtmlBody: await render(item.title) }); // sink: message email
  await other.sendEmail({ Subject: item.title }); // ok: an object of this file
  await expo.sendPushNotificationsAsync([{ to: 'all', body: item.title }]); // sink: message push
  await admin.messaging().send({ notification: { title: item.title } }); // sink: message push
}

const app = new Hono();
app.get('/items', async () => {
  const item = await getItem(2); // expect: call getItem
  throw new HTTPException(404, { message: item.title }); // sink: http GET /items
});
Hapi.server({ port: 3000 }).route({
  method: 'GET',
  path: '/boom',
  handler: async () => {
    const item = await getItem(3); // expect: call getItem
    throw Boom.notFound(item.title); // sink: http GET /boom
  },
});

await announce();
export default app;
