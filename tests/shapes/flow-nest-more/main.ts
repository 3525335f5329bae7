// Handlers of Nest that answer by other ways than a request: events, GraphQL, messages of a socket.
import { Controller, Sse } from '@nestjs/common';
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
