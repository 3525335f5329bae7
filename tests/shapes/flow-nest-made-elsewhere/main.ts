// A class that a script makes an object of is one that a container makes one of, too: its methods are called there.
import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getItem, findItems } from '@acme/client';

@Injectable()
export class Items {
  async load(id: number) {
    return getItem(id); // expect: call getItem ; reach: renders
  }
  async search() {
    return findItems('x'); // expect: call findItems ; reach: contained
  }
}

@Controller('items')
export class ItemsController {
  constructor(private readonly items: Items) {}

  @Get('one')
  async one() {
    return this.items.load(1); // proven: http GET /items/one ; sink: http GET /items/one
  }
  @Get('seen')
  async seen() {
    await this.items.search();
    return { seen: true }; // ok: nothing of what was found
  }
}

@Module({ controllers: [ItemsController], providers: [Items] })
export class AppModule {}

async function start() {
  const app = await NestFactory.create(AppModule);
  await app.listen(1);
  console.log(await new Items().load(1)); // sink: log
  console.log(await app.get(Items).load(2)); // sink: log
}
start();
