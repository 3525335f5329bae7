// A provider's factory is called with what the list beside it names: without a type at its parameters, only the list
// says which objects come. A class that stands in no such list is given to nobody.
import { getItem } from '@acme/client';
import { Controller, Get, Inject, Injectable, Module, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

interface Source {
  name(): string;
  load(id: number): Promise<unknown>;
  label(text: string): string;
}
@Injectable()
class Near implements Source {
  name() {
    return 'near';
  }
  label(text: string) {
    return `near ${text}`;
  }
  async load(id: number) {
    return await getItem(id); // expect: call getItem ; reach: renders
  }
}
@Injectable()
class Far implements Source {
  name() {
    return 'far';
  }
  label(text: string) {
    return 'far';
  }
  async load(id: number) {
    return { id };
  }
}
@Injectable()
class Left implements Source {
  name() {
    return 'left';
  }
  label(text: string) {
    return text;
  }
  async load(id: number) {
    return await getItem(id); // expect: call getItem ; reach: unreachable
  }
}

@Injectable()
class Sources {
  constructor(@Inject('SOURCES') private readonly sources: Source[]) {}

  of(name: string) {
    for (const source of this.sources) {
      if (source.name() === name) return source;
    }
    throw new Error('none');
  }
  async get(name: string, id: number) {
    return this.of(name).load(id);
  }
  label(name: string, text: string) {
    return this.of(name).label(text);
  }
}

@Controller('items')
class ItemsController {
  constructor(private readonly sources: Sources) {}

  @Get(':name')
  async one(@Param('name') name: string) {
    return this.sources.get(name, 1); // sink: http GET /items/:name
  }
  // What goes into a method of these objects comes out of it.
  @Get('again/:name')
  async again(@Param('name') name: string) {
    const item = await getItem(2); // expect: call getItem ; reach: renders
    return this.sources.label(name, item.title); // proven: http GET /items/again/:name ; sink: http GET /items/again/:name
  }
}

@Module({
  controllers: [ItemsController],
  providers: [
    Near,
    Far,
    Left,
    Sources,
    { inject: [Near, Far], provide: 'SOURCES', useFactory: (near, far) => [near, far] },
  ],
})
class AppModule {}

async function main() {
  const app = await NestFactory.create(AppModule);
  await app.listen(3000);
}
void main();
