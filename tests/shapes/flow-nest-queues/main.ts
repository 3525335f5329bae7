// Nest: queues and events are injected by their names; methods hear what is told under these.
import { findItems, getItem } from '@acme/client';
import { InjectQueue as InjectBull, Process, Processor as BullProcessor } from '@nestjs/bull';
import { InjectQueue, Processor, WorkerHost } from '@nestjs/bullmq';
import { Controller, Get, Injectable, Module, Post } from '@nestjs/common';
import { EventEmitter2, OnEvent } from '@nestjs/event-emitter';
import type { Queue as Bull } from 'bull';
import type { Job, Queue } from 'bullmq';

const QUEUES = { items: 'items' } as const;

@Injectable()
class Seen {
  put: any = null;
  dropped: any = null;
  worked: any = null;
  loaded: any = null;
  anything: any = null;
  failed: any = null;
}
@Injectable()
class Items {
  constructor(
    private readonly events: EventEmitter2,
    @InjectBull(QUEUES.items) private readonly bull: Bull,
    @InjectQueue('work') private readonly work: Queue
  ) {}
  async load() {
    this.events.emit('item.loaded', 1, await getItem(1)); // expect: call getItem
    await this.bull.add('put', { item: await getItem(2) }); // expect: call getItem
    await this.work.add('any', await findItems('x')); // expect: call findItems
  }
}
@BullProcessor(QUEUES.items)
class Puts {
  constructor(private readonly seen: Seen) {}
  @Process('put')
  async put(job: any) {
    this.seen.put = job.data.item;
  }
  @Process('drop')
  async drop(job: any) {
    this.seen.dropped = job.data.item;
  }
}
@Processor('work')
class Works extends WorkerHost {
  constructor(private readonly seen: Seen) {
    super();
  }
  async process(job: Job) {
    this.seen.worked = job.data;
  }
}
@Injectable()
class Listening {
  constructor(private readonly seen: Seen) {}
  @OnEvent('item.loaded')
  loaded(_id: number, item: any) {
    this.seen.loaded = item;
  }
  @OnEvent('item.*')
  anything(_id: number, item: any) {
    this.seen.anything = item;
  }
  @OnEvent('item.failed')
  failed(_id: number, item: any) {
    this.seen.failed = item;
  }
}
@Controller()
class Shown {
  constructor(
    private readonly items: Items,
    private readonly seen: Seen
  ) {}
  @Post('load')
  async load() {
    await this.items.load();
  }
  @Get('put')
  put() {
    return this.seen.put; // proven: http GET /put ; sink: http GET /put
  }
  @Get('dropped')
  dropped() {
    return this.seen.dropped; // ok: another job
  }
  @Get('worked')
  worked() {
    return this.seen.worked; // proven: http GET /worked ; sink: http GET /worked
  }
  @Get('loaded')
  loaded() {
    return this.seen.loaded; // proven: http GET /loaded ; sink: http GET /loaded
  }
  @Get('anything')
  anything() {
    return this.seen.anything; // proven: http GET /anything ; sink: http GET /anything
  }
  @Get('failed')
  failed() {
    return this.seen.failed; // ok: another event
  }
}
@Module({ controllers: [Shown], providers: [Items, Seen, Puts, Works, Listening] })
export class AppModule {}
