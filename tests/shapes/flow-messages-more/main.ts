// Methods that stand below a client (`web.chat.postMessage`), listeners that are given the functions which answer, and pushes.
import { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { Client } from 'discord.js';
import { Resend } from 'resend';
import { Telegraf } from 'telegraf';
import twilio from 'twilio';
import webpush from 'web-push';
import { getItem } from '@acme/client';

const web = new WebClient('token');
const other = { chat: { postMessage: async (message: object) => void message } };
const resend = new Resend('key');
const sms = twilio('account', 'token');

async function announce() {
  const item = await getItem(1); // expect: call getItem
  await web.chat.postMessage({ channel: 'items', text: item.title }); // sink: message slack
  await other.chat.postMessage({ text: item.title }); // ok: an object of this file, which drops it
  await resend.emails.send({ to: 'all', subject: item.title }); // sink: message email
  await sms.messages.create({ to: '+1', body: item.title }); // sink: message sms
  await webpush.sendNotification({}, item.title); // sink: message push
}

new App({}).command('/item', async ({ ack, say, client }) => {
  await ack();
  const item = await getItem(2); // expect: call getItem
  await say(item.title); // sink: message slack
  await client.chat.postMessage({ channel: 'items', text: item.title }); // sink: message slack
});

new Client({ intents: [] }).on('messageCreate', async (message) => {
  const item = await getItem(3); // expect: call getItem
  await message.reply(item.title); // sink: message discord
});

new Telegraf('token').command('item', async (ctx) => {
  await getItem(4); // expect: call getItem ; reach: contained
  await ctx.reply('seen'); // ok: a text of its own
});

await announce();
