// What a framework answers for an error is answered on no route that comes to throw it only through a `catch` that keeps
// it; where some of that may come through, nothing is proven.
import { Controller, Get, HttpException, Injectable, InternalServerErrorException, Logger, Module, NotFoundException } from '@nestjs/common';
import { getItem } from '@acme/client';

class Other extends Error {}
class Failed extends InternalServerErrorException {}
class Silent extends InternalServerErrorException {
  constructor(readonly cause: any) {
    super('failed');
  }
}

async function attempt<T>(run: () => Promise<T>): Promise<T | null> {
  try {
    return await run();
  } catch {
    return null;
  }
}

@Injectable()
class Items {
  private readonly logger = new Logger('items');
  async load() {
    const item = await getItem(1); // expect: call getItem ; reach: renders
    if (!item.id) throw new NotFoundException(item.title); // proven: http GET /plain ; proven: http GET /other ; proven: http GET /late ; sink: http GET /plain ; sink: http GET /other ; sink: http GET /late
    return 1;
  }
  async plain() {
    return this.load(); // ok: nothing is caught
  }
  async kept() {
    try {
      return await this.load();
    } catch (error) {
      this.logger.warn('nothing', error); // ok: the message of a title is told a log, not to who asks ; sink: log
      return null;
    }
  }
  async missing() {
    try {
      return await this.load();
    } catch (error) {
      if (!(error instanceof NotFoundException)) throw error;
      return null;
    }
  }
  async other() {
    try {
      return await this.load();
    } catch (error) {
      if (error instanceof Other) return null;
      throw error;
    }
  }
  async late() {
    try {
      return this.load(); // ok: nobody waits here, so nothing is caught
    } catch {
      return null;
    }
  }
  async promised() {
    return this.load().catch(() => null);
  }
  async around() {
    try {
      try {
        return await this.load();
      } catch (error) {
        throw error; // ok: into the next one
      }
    } catch {
      return null;
    }
  }
  async instead() {
    try {
      return await this.load();
    } catch {
      throw new InternalServerErrorException('failed'); // ok: a text of its own
    }
  }
}

@Injectable()
class Unsure {
  async load() {
    const item = await getItem(2); // expect: call getItem ; reach: renders
    if (!item.id) throw new NotFoundException(item.title); // possible: http GET /some ; possible: http GET /given ; possible: http GET /all ; possible: http GET /handed ; sink: http GET /some ; sink: http GET /given ; sink: http GET /all ; sink: http GET /handed
    return 1;
  }
  async some() {
    try {
      return await this.load();
    } catch (error) {
      if (error instanceof HttpException) return null; // ok: nobody here knows what that class is
      throw error;
    }
  }
  async given() {
    try {
      return { value: await this.load() };
    } catch (error) {
      return { error }; // ok: who gets it may throw it
    }
  }
  async all() {
    try {
      return await Promise.all([this.load()]);
    } catch {
      return null;
    }
  }
  async handed() {
    return attempt(() => this.load());
  }
}

@Injectable()
class Kept {
  async load() {
    const item = await getItem(3); // expect: call getItem ; reach: decides
    if (!item.id) throw new NotFoundException(item.title); // ok: who calls catches it ; sink: control
    return 1;
  }
}

@Injectable()
class Again {
  async load() {
    const item = await getItem(4); // expect: call getItem ; reach: renders
    throw new Failed(item.title); // proven: http GET /failed ; sink: http GET /failed
  }
  async silent() {
    const item = await getItem(5); // expect: call getItem ; reach: contained
    throw new Silent(item.title); // ok: it has a constructor of its own, which shows nothing of that
  }
}

@Controller()
class Shown {
  constructor(
    private readonly items: Items,
    private readonly unsure: Unsure,
    private readonly keeps: Kept,
    private readonly again: Again,
  ) {}
  @Get('failed')
  async failed() {
    await this.again.load();
  }
  @Get('silent')
  async silent() {
    await this.again.silent();
  }
  @Get('plain')
  async plain() {
    await this.items.plain();
  }
  @Get('kept')
  async kept() {
    await this.items.kept();
  }
  @Get('missing')
  async missing() {
    await this.items.missing();
  }
  @Get('other')
  async other() {
    await this.items.other();
  }
  @Get('late')
  async late() {
    await this.items.late();
  }
  @Get('promised')
  async promised() {
    await this.items.promised();
  }
  @Get('around')
  async around() {
    await this.items.around();
  }
  @Get('instead')
  async instead() {
    await this.items.instead();
  }
  @Get('some')
  async some() {
    await this.unsure.some();
  }
  @Get('given')
  async given() {
    await this.unsure.given();
  }
  @Get('all')
  async all() {
    await this.unsure.all();
  }
  @Get('handed')
  async handed() {
    await this.unsure.handed();
  }
  @Get('here')
  async here() {
    try {
      await this.keeps.load();
    } catch {
      return;
    }
  }
}

@Module({ controllers: [Shown], providers: [Items, Unsure, Kept, Again] })
export class AppModule {}
