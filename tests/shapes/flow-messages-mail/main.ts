// Mail, topics and hooks: a command that is made to be sent is the message, and so is what a transport sends.
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import sendgrid from '@sendgrid/mail';
import { IncomingWebhook } from '@slack/webhook';
import { WebClient } from '@slack/web-api';
import nodemailer from 'nodemailer';
import { getItem } from '@acme/client';

const transport = nodemailer.createTransport({ host: 'mail' });
const hook = new IncomingWebhook('https://example.org');
const web = new WebClient('token');
const own = { sendMail: (mail: object) => void mail, views: { open: (view: object) => void view } };

const item = await getItem(1); // expect: call getItem
await new SESClient({}).send(new SendEmailCommand({ Destination: {}, Message: { Body: item.title } })); // sink: message email
await new SNSClient({}).send(new PublishCommand({ Message: item.title })); // sink: message sns
await sendgrid.send({ to: 'all', text: item.title }); // sink: message email
await hook.send(item.title); // sink: message slack
await web.views.open({ trigger_id: '1', view: { title: item.title } }); // sink: message slack
await transport.sendMail({ to: 'all', text: item.title }); // sink: message email
own.sendMail({ text: item.title }); // ok: an object of this file, which drops it
own.views.open({ title: item.title }); // ok: as above
await transport.sendMail({ to: 'all', text: 'new' }); // ok: nothing of the item
