// What a language model is asked goes out of the house; what it says rests on that, and nobody knows how.
import { getItem } from '@acme/client';
import { generateText } from 'ai';
import Anthropic from '@anthropic-ai/sdk';
import express from 'express';
import OpenAI from 'openai';

const openai = new OpenAI();
const anthropic = new Anthropic();
const load = () => getItem(1); // expect: call getItem
const app = express();

app.get('/said', async (_req, res) => {
  const { title } = await load();
  const { text } = await generateText({ model: 'm', prompt: `Describe ${title}` }); // proven: request ; sink: request
  res.send(text); // possible: http GET /said ; sink: http GET /said
});
app.get('/asked', async (_req, res) => {
  const { title } = await load();
  await openai.chat.completions.create({ model: 'm', messages: [{ role: 'user', content: title }] }); // proven: request ; sink: request
  await anthropic.messages.create({ model: 'm', messages: [{ role: 'user', content: title }] }); // proven: request ; sink: request
  res.send('asked'); // ok: nothing of what was said
});
app.get('/others', async (_req, res) => {
  await load();
  const { text } = await generateText({ model: 'm', prompt: 'Describe nothing' }); // ok: nothing of it is asked
  res.send(text); // ok: nothing of it
});
