// A named part of the configuration: by its dotted path, by destructuring, and injected with its own type.
import { Inject } from '@nestjs/common';
import { ConfigService, type ConfigType } from '@nestjs/config';
import { acmeConfig } from './acme.config';

export class Page {
  constructor(
    private readonly config: ConfigService,
    @Inject(acmeConfig.KEY) private readonly acme: ConfigType<typeof acmeConfig>
  ) {}
  dotted = () => fetch(`${this.config.getOrThrow('acme.url')}/dotted`); // expect: request GET /dotted
  part = () => fetch(`${this.config.get('acme').url}/part`); // expect: request GET /part
  injected = () => fetch(`${this.acme.url}/injected`); // expect: request GET /injected
  other = () => fetch(`${this.config.get('acme.name')}/dotted`); // ok: the neighbouring field
}
