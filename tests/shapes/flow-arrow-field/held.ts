// A function in a field that is handed on runs on its object, and with the functions that this holds in an object of its own.
import { getItem } from '@acme/client';
import express from 'express';
const app = express();
class Ctl {
  private svc = { one: async (id: number) => getItem(id) }; // expect: call getItem
  show = async (req: any, res: any) => {
    res.json(await this.svc.one(9)); // sink: http GET /9
  };
  async plain(req: any, res: any) {
    const data = await this.svc.one(10);
    this.reply(res, data);
  }
  private reply(res: any, data: any) {
    res.json({ data }); // sink: http GET /9b
  }
}
const ctl = new Ctl();
app.get('/9', ctl.show);
app.get('/9b', ctl.plain.bind(ctl));
