// A framework's config service: a dotted path into what the loaded configuration returns, or the variable's own name.
import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';

@Injectable()
export class Page {
  private readonly base: string;
  constructor(private readonly config: ConfigService) {
    this.base = config.getOrThrow<string>('acme.url');
  }
  held = () => fetch(`${this.base}/held`); // expect: request GET /held
  dotted = () => fetch(`${this.config.get('acme.url')}/dotted`); // expect: request GET /dotted
  byName = () => fetch(`${this.config.get<string>('ACME_URL', 'http://localhost')}/name`); // expect: request GET /name
  other = () => fetch(`${this.config.getOrThrow('other.url')}/dotted`); // ok: another service
  otherName = () => fetch(`${this.config.get('OTHER_URL')}/name`); // ok: another variable
}
