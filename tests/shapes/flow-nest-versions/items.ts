// Versions are in the path where the application says so: those of a method, of its controller, or the application's own.
import { Controller, Get, Module, VERSION_NEUTRAL, Version } from '@nestjs/common';
import { getItem } from '@acme/client';

@Controller({ path: 'items', version: ['2', '3'] })
export class ItemController {
  @Get(':id')
  show() {
    return getItem(1); // expect: call getItem ; sink: http GET /api/v2/items/:id ; http GET /api/v3/items/:id
  }

  @Version('4')
  @Get('newest')
  newest() {
    return getItem(2); // expect: call getItem ; sink: http GET /api/v4/items/newest
  }
}

@Controller('plain')
export class PlainController {
  @Get()
  show() {
    return getItem(3); // expect: call getItem ; sink: http GET /api/v1/plain
  }
}

@Controller({ path: 'health', version: VERSION_NEUTRAL })
export class HealthController {
  @Get()
  show() {
    return getItem(4); // expect: call getItem ; sink: http GET /api/health
  }
}

@Module({ controllers: [ItemController, PlainController, HealthController] })
export class AppModule {}
