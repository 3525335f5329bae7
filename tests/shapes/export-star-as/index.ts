export * as items from './items';
