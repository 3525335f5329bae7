import { NestFactory } from '@nestjs/core';
import { AppModule } from './items';

async function start() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix('api');
  await app.listen(3000);
}
void start();
