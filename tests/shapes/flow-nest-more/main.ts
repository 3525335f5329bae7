// Handlers of Nest that answer by other ways than a request: events, GraphQL, messages of a socket; its logger, and objects
// that are made into those of a class.
import { Controller, Get, Logger, Sse } from '@nestjs/common';
import { instanceToPlain, plainToInstance } from 'class-transformer';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { getItem } from '@acme/client';

@Controller('events')
export class Events {
  @Sse('items')
  async items() {
    const item = await getItem(1); // expect: call getItem
    return item.title; // sink: http SSE /events/items
  }
}

@Resolver()
export class Items {
  @Query(() => String)
  async item() {
    const item = await getItem(2); // expect: call getItem
    return item.title; // sink: http POST item
  }
  @Mutation(() => Boolean)
  async touch() {
    await getItem(3); // expect: call getItem
    return true; // ok: nothing of the item
  }
}

@WebSocketGateway()
export class Socket {
  @SubscribeMessage('item')
  async item() {
    const item = await getItem(4); // expect: call getItem
    return item.title; // sink: http WS /item
  }
}

class Shown {
  title = '';
}

@Controller('shown')
export class ShownItems {
  @Get('one')
  async one() {
    const item = await getItem(5); // expect: call getItem
    Logger.warn(`${item.id} is shown`); // sink: log ; proven: log
    return plainToInstance(Shown, item); // sink: http GET /shown/one ; possible: http GET /shown/one
  }
  @Get('plain')
  async plain() {
    const shown = new Shown();
    shown.title = (await getItem(6)).title; // expect: call getItem
    return instanceToPlain(shown).title; // sink: http GET /shown/plain ; possible: http GET /shown/plain
  }
  @Get('none')
  async none() {
    const item = await getItem(7); // expect: call getItem ; reach: contained
    plainToInstance(Shown, item);
    return Logger.name; // ok: nothing of the item
  }
}

@Controller('again')
export class Again {
  @Get('first')
  async first() {
    return { item: await getItem(8) }; // expect: call getItem ; sink: http GET /again/first ; proven: http GET /again/first
  }
  @Get('logged')
  async logged() {
    console.log(await this.first()); // sink: log ; proven: log
    return 'logged'; // ok: what another handler returned is no answer of this one
  }
  @Get('passed')
  async passed() {
    return this.first(); // sink: http GET /again/passed ; proven: http GET /again/passed
  }
}
