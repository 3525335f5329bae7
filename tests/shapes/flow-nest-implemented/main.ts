// Pipes, interceptors, guards and middleware of Nest are called by nobody in the tree: what a class implements says that
// code from outside may. An interface that is called like a method has that one alone.
import { getItem } from '@acme/client';
import { type CallHandler, type CanActivate, type ExecutionContext, Injectable, type NestInterceptor, type NestMiddleware, type OnModuleInit, type PipeTransform } from '@nestjs/common';

interface Step {
  run(): Promise<unknown>;
}

@Injectable()
class ItemPipe implements PipeTransform {
  async transform(id: string) { // escape: unresolved-call
    return getItem(Number(id)); // expect: call getItem ; reach: escapes
  }
}

@Injectable()
class ItemGuard implements CanActivate {
  async canActivate(context: ExecutionContext) {
    const item = await getItem(Number(context.switchToHttp().getRequest().params.id)); // expect: call getItem ; reach: decides
    return item.title === 'open'; // sink: control
  }
}

@Injectable()
class ItemInterceptor implements NestInterceptor {
  async intercept(_context: ExecutionContext, next: CallHandler) { // escape: unresolved-call
    const item = await getItem(1); // expect: call getItem ; reach: escapes
    return { item, next };
  }
}

@Injectable()
class ItemMiddleware implements NestMiddleware {
  async use(req: { item?: unknown }, _res: unknown, next: () => void) { // escape: unresolved-call
    req.item = await getItem(2); // expect: call getItem ; reach: escapes
    next();
  }
}

@Injectable()
class Items implements OnModuleInit {
  async onModuleInit() {
    console.log(await getItem(3)); // expect: call getItem ; reach: contained ; sink: log
  }
  async never() {
    return getItem(4); // expect: call getItem ; reach: unreachable
  }
}

@Injectable()
class Last implements Step {
  async run() {
    return getItem(5); // expect: call getItem ; reach: unreachable
  }
}
