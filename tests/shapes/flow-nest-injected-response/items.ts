// A service that is injected answers with the response that a controller hands it: at the controller's route.
import { Controller, Get, Injectable, Module, Res } from '@nestjs/common';
import type { Response } from 'express';
import { getItem } from '@acme/client';

@Injectable()
export class Sender {
  async send(response: Response) {
    const item = await getItem(1); // expect: call getItem
    response.cookie('title', item.title); // sink: http GET /items
  }

  async seen(response: Response) {
    await getItem(2); // expect: call getItem ; reach: contained
    response.cookie('seen', 'yes'); // ok: nothing of the item
  }
}

@Controller('items')
export class ItemController {
  constructor(private readonly sender: Sender) {}

  @Get()
  async show(@Res() response: Response) {
    await this.sender.send(response);
  }

  @Get('seen')
  async seen(@Res() response: Response) {
    await this.sender.seen(response);
  }
}

@Module({ controllers: [ItemController], providers: [Sender] })
export class AppModule {}
