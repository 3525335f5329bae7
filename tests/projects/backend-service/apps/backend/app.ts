import express from 'express';
import { concertsRoute } from './routes/concerts.route.js';
import { libraryRoute } from './routes/library.route.js';
import { proxyRoute } from './routes/proxy.route.js';
import { isLmlConfigured } from './services/lml/index.js';
import { processRequest } from './services/request-line/request-line.service.js';
import { checkSemanticIndex } from './services/semantic-index.client.js';

const app = express();
app.use(express.json());

app.use('/proxy', proxyRoute);
app.use('/library', libraryRoute);
app.use('/concerts', concertsRoute);

app.post('/request', async (req, res) => {
  const answer = await processRequest(String(req.body.message));
  res.status(200).json({ items: answer.items, artwork: answer.artwork }); // sink: http POST /request
});

app.get('/healthcheck', async (_req, res) => {
  res.json({ lml: isLmlConfigured(), semanticIndex: await checkSemanticIndex() }); // ok: says whether a client is there
});

app.listen(Number(process.env.PORT ?? 8080), () => {
  console.log(`[backend] listening; LML at ${process.env.LIBRARY_METADATA_URL}`); // ok: prints the URL
});
