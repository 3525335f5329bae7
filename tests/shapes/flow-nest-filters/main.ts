// What a handler of Nest throws comes to the filters that catch errors of its class, and to no error handler of Express.
import { type ArgumentsHost, Catch, Controller, type ExceptionFilter, Get, Injectable, UseFilters } from '@nestjs/common';
import { getItem } from '@acme/client';

class ItemError extends Error {
  constructor(readonly item: { title: string }) {
    super('item');
  }
}
class OtherError extends Error {
  constructor(readonly item: { title: string }) {
    super('other');
  }
}

@Catch(ItemError)
export class ItemFilter implements ExceptionFilter {
  catch(error: ItemError, host: ArgumentsHost) {
    host.switchToHttp().getResponse().status(404).json({ title: error.item.title }); // sink: http GET /items/failed
  }
}

@Injectable()
export class ItemService {
  async check(id: number) {
    const item = await getItem(id); // expect: call getItem ; reach: renders
    if (!item.id) throw new ItemError(item);
  }
}

@UseFilters(ItemFilter)
@Controller('items')
export class Items {
  constructor(private readonly items: ItemService) {}

  @Get('failed')
  async failed() {
    await this.items.check(1);
    return 'ok';
  }

  @Get('other')
  async other() {
    const item = await getItem(2); // expect: call getItem ; reach: decides
    if (!item.id) throw new OtherError(item); // ok: no filter takes an error of this class
    return 'ok'; // sink: http GET /items/other
  }
}
