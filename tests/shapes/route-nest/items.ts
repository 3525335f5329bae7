// Decorators name the paths: the application's, the class's, the method's. A subclass gives the methods of its base a path.
import { Body, Controller, Get, Module, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { getItem } from '@acme/client';

@Controller('items')
export class ItemController {
  @Get(['latest', 'newest'])
  async latest() {
    return getItem(1); // expect: call getItem ; sink: http GET /api/items/latest ; http GET /api/items/newest
  }

  @Post(':id')
  async save(@Body() body: unknown, @Res() response: Response) {
    response.json(body); // sink: http POST /api/items/:id
  }

  load() {
    return getItem(2); // expect: call getItem
  }
}

export class Health {
  @Get('live')
  live() {
    return { up: true }; // sink: http GET /api/_health/live
  }
}

@Controller({ path: '_health' })
export class OwnHealth extends Health {}

@Module({ controllers: [ItemController, OwnHealth] })
export class AppModule {}
