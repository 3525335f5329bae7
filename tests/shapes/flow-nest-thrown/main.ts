// What an injected service throws is answered on the routes that come to call it; what it catches itself is not.
import { getItem } from '@acme/client';
import { BadRequestException, Controller, Get, Injectable, Module, NotFoundException } from '@nestjs/common';

class Missing extends BadRequestException {
  constructor(item: any) {
    super({ message: 'missing', ...item }); // proven: http GET /thrown ; sink: http GET /thrown
  }
}
@Injectable()
class Inner {
  async load() {
    const item = await getItem(1); // expect: call getItem
    if (!item.title) throw new Missing(item);
    return 1;
  }
}
@Injectable()
class Items {
  constructor(private readonly inner: Inner) {}
  async load() {
    return [1].map(() => this.inner.load());
  }
  async caught() {
    const item = await getItem(2); // expect: call getItem ; reach: decides
    try {
      throw new NotFoundException(item); // ok: caught
    } catch {
      return null;
    }
  }
  async again() {
    const item = await getItem(3); // expect: call getItem ; reach: renders
    try {
      throw new NotFoundException(item); // sink: http GET /again
    } catch (error) {
      if (item) throw error;
      return null;
    }
  }
}
@Controller()
class Shown {
  constructor(private readonly items: Items) {}
  @Get('thrown')
  async thrown() {
    return this.items.load(); // ok: no part of it
  }
  @Get('caught')
  async caught() {
    return this.items.caught(); // sink: http GET /caught
  }
  @Get('again')
  async again() {
    return this.items.again(); // ok: thrown again
  }
}
@Module({ controllers: [Shown], providers: [Items, Inner] })
export class AppModule {}
