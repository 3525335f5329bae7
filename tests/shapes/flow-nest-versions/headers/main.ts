// Another application, which asks a header for the version.
import { Controller, Get, Module, VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getItem } from '@acme/client';

@Controller({ path: 'items', version: '2' })
export class HeaderController {
  @Get(':id')
  show() {
    return getItem(5); // expect: call getItem ; sink: http GET /items/:id
  }
}

@Module({ controllers: [HeaderController] })
export class HeaderModule {}

async function start() {
  const app = await NestFactory.create(HeaderModule);
  app.setGlobalPrefix('');
  app.enableVersioning({ type: VersioningType.HEADER, header: 'version' });
  await app.listen(3001);
}
void start();
