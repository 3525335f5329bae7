// A method that a schedule or an event runs gives what it returns to nobody; one of an unknown decorator may.
import { Injectable } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import { Cron, Interval } from '@nestjs/schedule';
import { getItem } from '@acme/client';
import { Audited } from 'audited-methods';

@Injectable()
export class Tasks {
  @Cron('0 * * * *')
  async hourly() {
    return getItem(1); // expect: call getItem ; reach: contained
  }
  @Interval(1000)
  async often() {
    return getItem(2); // expect: call getItem ; reach: contained
  }
  @OnEvent('item.made')
  async made() {
    return getItem(3); // expect: call getItem ; reach: contained
  }
  @Audited()
  async audited() { // escape: unresolved-call
    return getItem(4); // expect: call getItem ; reach: escapes
  }
}
