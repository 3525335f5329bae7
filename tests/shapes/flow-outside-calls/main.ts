// Methods that nobody calls by name: code of others calls what it decorates, and what overrides a method of its own. A
// method of a plain class is called by those who name it. Functions that call each other in a circle run where any of
// them does.
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

const even = async (id: number): Promise<void> => {
  await getItem(id); // expect: call getItem ; reach: contained
  if (id > 0) await odd(id - 1);
};
const odd = async (id: number): Promise<void> => {
  await getItem(id); // expect: call getItem ; reach: contained
  if (id > 0) await even(id - 1);
  if (id > 9) await round(id);
};
const round = async (id: number): Promise<void> => {
  await getItem(id); // expect: call getItem ; reach: contained
  await odd(id);
};
const ping = async (id: number): Promise<void> => {
  await getItem(id); // expect: call getItem ; reach: unreachable
  await pong(id);
};
const pong = async (id: number): Promise<void> => {
  await getItem(id); // expect: call getItem ; reach: unreachable
  await ping(id);
};
void odd(3);
