import { type CanActivate, type ExecutionContext, Injectable, NotFoundException } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { items } from './schema';

@Injectable()
export class Items {
  async one(id: number) {
    const [row] = await db.select().from(items).where(eq(items.id, id)).limit(1);
    return row;
  }
}
@Injectable()
export class Throws implements CanActivate {
  constructor(private readonly items: Items) {}
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest();
    const row = await this.items.one(Number(request.params.id));
    if (!row || row.withheld) throw new NotFoundException();
    return true;
  }
}
@Injectable()
export class Denies implements CanActivate {
  constructor(private readonly items: Items) {}
  async canActivate(context: ExecutionContext) {
    const { params } = context.switchToHttp().getRequest();
    const row = await this.items.one(Number(params.id));
    return !row.withheld;
  }
}
@Injectable()
export class Tells implements CanActivate {
  constructor(private readonly items: Items) {}
  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    const row = await this.items.one(Number(request.params.id));
    if (row.withheld) console.warn('withheld');
    return true;
  }
}
@Injectable()
export class Either implements CanActivate {
  constructor(private readonly items: Items) {}
  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    if (request.headers.staff) return true;
    return !(await this.items.one(Number(request.params.id))).withheld;
  }
}
