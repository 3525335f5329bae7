import { Injectable } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-jwt';
import { getItem } from '@acme/client';

@Injectable()
export class Listener {
  @OnEvent('item.made')
  async onMade(id: number) {
    await getItem(id); // expect: call getItem ; reach: contained
  }
  async onGone(id: number) {
    await getItem(id); // expect: call getItem ; reach: unreachable
  }
}
@Injectable()
export class Guarded extends PassportStrategy(Strategy, 'jwt') {
  async validate(payload: { id: number }) {
    return (await getItem(payload.id)) !== null; // expect: call getItem ; reach: decides ; sink: control
  }
}
class Plain {
  async validate(id: number) {
    return (await getItem(id)) !== null; // expect: call getItem ; reach: unreachable
  }
}
export class Derived extends Plain {}
