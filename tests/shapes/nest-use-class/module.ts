import { Module } from '@nestjs/common';
import { Client } from './acme';
import { ITEMS, LOCAL_ITEMS, LocalItems, Page } from './page';

@Module({
  providers: [Page, { provide: ITEMS, useClass: Client }, { provide: LOCAL_ITEMS, useClass: LocalItems }],
})
export class AppModule {}
