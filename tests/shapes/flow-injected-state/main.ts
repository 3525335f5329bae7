// What is put into an object that a container makes is there for all who are given that object.
import { getItem } from '@acme/client';
import { Controller, Get, Injectable, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Injectable()
class Own {
  list: any[] = [];
  cache = new Map<string, any>();
  state = { item: null as any, other: 1 };
  async load() {
    this.list.push(await getItem(1)); // expect: call getItem
    this.cache.set('x', await getItem(2)); // expect: call getItem
    this.state.item = await getItem(3); // expect: call getItem
  }
}
@Injectable()
class Filled {
  last: any = null;
  list: any[] = [];
  other: any[] = [];
}
@Injectable()
class Filling {
  constructor(private readonly filled: Filled) {}
  async load() {
    this.filled.last = await getItem(4); // expect: call getItem
    this.filled.list.push(await getItem(5)); // expect: call getItem
  }
}
@Injectable()
export class Seeded {
  list: any[] = [];
  async load() {
    this.list.push(await getItem(6)); // expect: call getItem
  }
}

@Controller('items')
class Items {
  constructor(
    private readonly own: Own,
    private readonly filled: Filled,
    private readonly filling: Filling,
    private readonly seeded: Seeded
  ) {}
  @Post()
  async load() {
    await this.own.load();
    await this.filling.load();
    await this.seeded.load();
  }
  @Get('list')
  list() {
    return this.own.list; // proven: http GET /items/list ; sink: http GET /items/list
  }
  @Get('cache')
  cache() {
    return this.own.cache.get('x'); // proven: http GET /items/cache ; sink: http GET /items/cache
  }
  @Get('state')
  state() {
    return this.own.state.item; // proven: http GET /items/state ; sink: http GET /items/state
  }
  @Get('state/other')
  stateOther() {
    return this.own.state.other; // ok: another part
  }
  @Get('filled')
  last() {
    return this.filled.last; // proven: http GET /items/filled ; sink: http GET /items/filled
  }
  @Get('filled/list')
  filledList() {
    return this.filled.list; // proven: http GET /items/filled/list ; sink: http GET /items/filled/list
  }
  @Get('filled/other')
  filledOther() {
    return this.filled.other; // ok: another field
  }
  @Get('seeded')
  seededList() {
    return this.seeded.list; // proven: http GET /items/seeded ; sink: http GET /items/seeded
  }
}
@Module({ controllers: [Items], providers: [Own, Filled, Filling, Seeded] })
class AppModule {}
NestFactory.create(AppModule).then((app) => app.listen(3000));
