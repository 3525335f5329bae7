// What a controller's method returns answers the request; what another method returns answers nothing.
import { Controller, Get, Injectable, Module, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { findItems, getItem } from '@acme/client';

@Injectable()
export class ItemsService {
  async one(id: number) {
    return getItem(id); // expect: call getItem ; reach: renders
  }
  async warm() {
    await findItems('x'); // expect: call findItems ; reach: contained
  }
}

@Controller('items')
export class ItemsController {
  constructor(private readonly items: ItemsService) {}

  @Get(':id')
  async one(@Param('id') id: string) {
    return (await this.items.one(Number(id))).title; // sink: http GET /items/:id
  }

  @Get('warm')
  async warm() {
    await this.items.warm();
    return { warm: true }; // ok: nothing of it
  }
}

@Module({ controllers: [ItemsController], providers: [ItemsService] })
export class AppModule {}
void NestFactory.create(AppModule).then((app) => app.listen(3000));
