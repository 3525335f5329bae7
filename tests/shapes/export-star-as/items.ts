export * as acme from '@acme/client';
