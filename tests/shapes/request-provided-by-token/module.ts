// Values that a container gives for a token: by a text, a name, a member; made by a function or as they are.
import { Module } from '@nestjs/common';
import { ByMember, ByText, Page } from './use';
import { BASE, OTHER } from './page-tokens';
import { KEYS } from './tokens';

export function makeBase() {
  return process.env.ACME_URL;
}
export const providers = [
  { provide: BASE, useValue: process.env.ACME_URL },
  { provide: OTHER, useValue: 'https://other.example' },
];
@Module({
  providers: [
    ByText,
    ByMember,
    Page,
    { provide: 'BASE', useFactory: makeBase },
    { provide: 'OTHER', useFactory: () => 'https://other.example' },
    { provide: KEYS.base, useValue: process.env.ACME_URL },
  ],
})
export class AppModule {}
