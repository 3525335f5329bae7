// Options that a function gives to code that is not read: the address is among them.
import { ConfigModule, ConfigService } from '@nestjs/config';
import { HttpModule } from '@nestjs/axios';
import { TelemetryModule } from '@acme/telemetry';
import { Module } from '@nestjs/common';

@Module({
  imports: [
    ConfigModule.forRoot({ load: [() => ({ base: process.env.ACME_URL })] }), // ok: settings send nothing
    HttpModule.registerAsync({ // unresolved: code that is not read is given the address
      imports: [ConfigModule],
      inject: [ConfigService],
      useFactory: (config: ConfigService) => ({ baseURL: config.get('ACME_URL') }),
    }),
    TelemetryModule.registerAsync({
      inject: [ConfigService],
      useFactory: (config: ConfigService) => ({ baseURL: config.get('TELEMETRY_URL') }), // ok: another address
    }),
  ],
})
export class AppModule {}
