// A named part of the configuration: by its dotted path, and as an object.
import { ConfigService } from '@nestjs/config';

export class Page {
  constructor(private readonly config: ConfigService) {}
  dotted = () => fetch(`${this.config.getOrThrow('acme.url')}/dotted`); // expect: request GET /dotted
  part = () => fetch(`${this.config.get('acme').url}/part`); // expect: request GET /part
  other = () => fetch(`${this.config.get('acme.name')}/dotted`); // ok: the neighbouring field
}
