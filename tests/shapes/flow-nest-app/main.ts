// Nest: a prefix before all routes, a logger, and instances that are asked of the application itself.
import { Controller, Get, Injectable, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getItem } from '@acme/client';

@Injectable()
export class Items {
  private readonly logger = new Logger(Items.name);

  async one() {
    const found = await getItem(1); // expect: call getItem
    this.logger.log(found.title); // sink: log
    this.logger.warn('seen'); // ok: a text of its own
    return found;
  }
}

@Controller('items')
export class ItemsController {
  constructor(private readonly items: Items) {}

  @Get()
  async one() {
    return this.items.one(); // sink: http GET /api/items
  }
  @Get('none')
  async none() {
    await this.items.one();
    return { none: true }; // ok: nothing of it
  }
}

@Module({ controllers: [ItemsController], providers: [Items] })
export class AppModule {}

async function start() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix('api');
  const found = await app.get(Items).one();
  console.log(found.code); // sink: log
  await app.listen(3000);
}
void start();
