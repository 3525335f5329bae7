// A module that is given a function, which gives back the options of the connection.
import { ConfigService } from '@nestjs/config';
import { TypeOrmModule } from '@nestjs/typeorm';

export const injected = TypeOrmModule.forRootAsync({ // expect: database ACME_DATABASE_URL
  inject: [ConfigService],
  useFactory: (config: ConfigService) => ({ type: 'postgres', url: config.get('ACME_DATABASE_URL') }),
});
export const later = TypeOrmModule.forRootAsync({ // expect: database ACME_DATABASE_URL
  useFactory: async () => {
    const url = process.env.ACME_DATABASE_URL;
    return { type: 'postgres', url };
  },
});
export const other = TypeOrmModule.forRootAsync({
  useFactory: () => ({ url: process.env.OTHER_URL, applicationName: process.env.ACME_DATABASE_URL }), // ok: a name
});
