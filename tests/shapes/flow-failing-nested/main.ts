// What a handler throws comes to the functions that take errors also where it is made inside of another function.
import { getItem } from '@acme/client';
import express, { type Express } from 'express';
function routes(app: Express) {
  app.get('/items/:id', async (req, res) => {
    const item = await getItem(1); // expect: call getItem ; reach: renders
    if (!item.tracks) throw new Error(`nothing on ${item.title}`);
    res.json({ ok: true });
  });
}
const make = () => async (req: any, res: any) => {
    const item = await getItem(2); // expect: call getItem ; reach: renders
    if (!item.tracks) throw new Error(`nothing on ${item.title}`);
    res.json({ ok: true });
};
const app = express();
routes(app);
app.get('/made', make());
app.use((error: Error, _req: any, res: any, _next: any) => {
  res.status(500).json({ message: error.message }); // sink: http GET /items/:id ; sink: http GET /made
});
