export * from '@acme/client';
export * from './local';
