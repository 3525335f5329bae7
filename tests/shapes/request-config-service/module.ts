import { Module } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import configuration from './configuration';
import { Page } from './page';

@Module({ imports: [ConfigModule.forRoot({ load: [configuration] })], providers: [Page] })
export class AppModule {}
