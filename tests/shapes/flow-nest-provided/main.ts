// What is provided for a token is there where the token is asked for: objects in lists, what a factory makes, values.
import { Controller, Get, Inject, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getItem, findItems } from '@acme/client';

interface Source {
  load(id: number): Promise<unknown>;
}
export class One implements Source {
  async load(id: number) {
    return getItem(id); // expect: call getItem ; reach: renders
  }
  async warm() {
    return findItems('warm'); // expect: call findItems ; reach: contained
  }
}
export class Two implements Source {
  async load(id: number) {
    return findItems(String(id)); // expect: call findItems ; reach: renders
  }
}
export class Three {
  async run(id: number) {
    return getItem(id); // expect: call getItem ; reach: renders
  }
}

@Controller('p')
export class Provided {
  constructor(
    @Inject('SOURCES') private readonly sources: Source[],
    @Inject('BOTH') private readonly both: { one: One; three: Three },
    @Inject('ITEM') private readonly item: unknown,
    @Inject('SEEN') private readonly seen: unknown,
    @Inject('RUN') private readonly run: (id: number) => Promise<unknown>
  ) {}

  @Get('all')
  async all() {
    return Promise.all(this.sources.map((one) => one.load(1))); // proven: http GET /p/all ; sink: http GET /p/all
  }
  @Get('first')
  async first() {
    for (const one of this.sources) return one.load(2); // proven: http GET /p/first ; sink: http GET /p/first
  }
  @Get('three')
  async three() {
    await this.both.one.warm();
    return this.both.three.run(1); // proven: http GET /p/three ; sink: http GET /p/three
  }
  @Get('item')
  item_() {
    return this.item; // proven: http GET /p/item ; sink: http GET /p/item
  }
  @Get('seen')
  seen_() {
    return this.seen; // ok: the other factory gives nothing of what it asked for
  }
  @Get('run')
  async run_() {
    return this.run(4); // proven: http GET /p/run ; sink: http GET /p/run
  }
}

const warmed = async () => {
  await findItems('x'); // expect: call findItems ; reach: contained
  return { warmed: true };
};
@Module({
  controllers: [Provided],
  providers: [
    { provide: 'SOURCES', useValue: [new One(), new Two()] },
    { provide: 'BOTH', useFactory: () => ({ one: new One(), three: new Three() }) },
    { provide: 'ITEM', useFactory: async () => getItem(3) }, // expect: call getItem ; reach: renders
    { provide: 'SEEN', useFactory: warmed },
    { provide: 'RUN', useValue: async (id: number) => getItem(id) }, // expect: call getItem ; reach: renders
  ],
})
export class AppModule {}
NestFactory.create(AppModule).then((app) => app.listen(1));
