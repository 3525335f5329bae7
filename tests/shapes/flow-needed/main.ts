// What must be set for a path is what its least demanding way needs. tests/trace/test_passable.py asks for it.
import { getItem } from '@acme/client';
import express from 'express';

interface Answer {
  short?: string;
  long?: string;
}

function longer(title: string): string {
  const text = title.trim();
  return text; // here: by the long way
}

const app = express();
app.get('/either', async (req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: renders
  const answer: Answer = {};
  if (process.env.EXTRA_KEY) answer.short = item.title; // here: behind a variable
  answer.long = longer(item.title);
  res.json(answer); // sink: http GET /either
});
app.get('/only', async (req, res) => {
  const item = await getItem(2); // expect: call getItem ; reach: renders
  const answer: Answer = {};
  if (process.env.EXTRA_KEY) answer.short = item.title;
  answer.long = longer('none');
  res.json(answer); // sink: http GET /only
});
