// Guards of Nest are asked before a handler: where one throws for a flagged row, or gives nothing true, the handler is
// never asked for that. Beside each one that lets it pass, and handlers that ask by another part of the request.
import { getItem } from '@acme/client';
import { Body, Controller, Get, Module, Param, ParseIntPipe, Post, Query, Req, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Denies, Either, Items, Tells, Throws } from './guards';

@Controller('items')
export class ItemsController {
  constructor(private readonly items: Items) {}

  @Get('a/:id') @UseGuards(Throws)
  async a(@Param('id') id: string) { return getItem(Number(id)); } // expect: call getItem ; gate: guard
  @UseGuards(Denies) @Get('b/:id')
  async b(@Param('id', ParseIntPipe) id: number) { return getItem(id); } // expect: call getItem ; gate: guard
  @Get('c/:id') @UseGuards(Tells)
  async c(@Param('id') id: string) { return getItem(Number(id)); } // expect: call getItem ; gate: none
  @Get('d/:id') @UseGuards(Tells, Throws)
  async d(@Param() params: { id: string }) { return getItem(Number(params.id)); } // expect: call getItem ; gate: guard
  @Get('e/:id') @UseGuards(Throws)
  async e(@Query('id') id: string) { return getItem(Number(id)); } // expect: call getItem ; gate: none
  @Get('f/:id/:of') @UseGuards(Throws)
  async f(@Param('of') of: string) { return getItem(Number(of)); } // expect: call getItem ; gate: none
  @Get('g/:id') @UseGuards(Throws)
  async g(@Req() request: { params: { id: string } }) { return getItem(Number(request.params.id)); } // expect: call getItem ; gate: guard
  @Get('h/:id') @UseGuards(Either)
  async h(@Param('id') id: string) { return getItem(Number(id)); } // expect: call getItem ; gate: none
  @Get('i/:id') @UseGuards(Throws)
  async i(@Param('id') id: string) {
    const row = await this.items.one(Number(id));
    return getItem(row.of!); // expect: call getItem ; gate: guard
  }
  @Get('j/:id/:of') @UseGuards(Throws)
  async j(@Param('of') of: string) {
    const row = await this.items.one(Number(of));
    return getItem(row.of!); // expect: call getItem ; gate: none
  }
  @Post('k/:id') @UseGuards(Throws)
  async k(@Body() body: { id: number }) { return getItem(body.id); } // expect: call getItem ; gate: none
  @Get('l/:id')
  async l(@Param('id') id: string) { return getItem(Number(id)); } // expect: call getItem ; gate: none
}
@UseGuards(Throws)
@Controller('guarded')
export class GuardedController {
  @Get(':id')
  async one(@Param('id') id: string) { return getItem(Number(id)); } // expect: call getItem ; gate: guard
}
@Module({ controllers: [ItemsController, GuardedController], providers: [Items] })
export class AppModule {}
NestFactory.create(AppModule).then((app) => app.listen(3000));
